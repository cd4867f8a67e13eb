using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>What is written for a station relies on the station as it was seen: one that is retired meanwhile gets nothing new.</summary>
internal static class Reliance
{
    /// <summary>The decision, which the append takes only if the station has not changed.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="on">The station that it names; null, or one that is not registered: nothing is compared.</param>
    public static Decision Relying(this Decision decision, Jurisdiction? on) =>
        decision.Events.Count > 0 && on is { Station: { } station, Version: > 0 and var version }
            ? decision with { Relies = [(StationId.Of(station).Stream, version)] }
            : decision;
}
