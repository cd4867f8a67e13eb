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
        decision.Events.Count > 0 && HeadOf(on) is { } head ? decision with { Relies = [head] } : decision;

    /// <summary>The decision, which the append takes only if none of the stations has changed.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="on">The stations that it names; one that is not registered is not compared.</param>
    public static Decision Relying(this Decision decision, IReadOnlyList<Jurisdiction> on) => decision.Events.Count > 0
        ? decision with { Relies = [.. on.Select(HeadOf).OfType<(StreamId, int)>()] }
        : decision;

    private static (StreamId Stream, int Version)? HeadOf(Jurisdiction? on) =>
        on is { Station: { } station, Version: > 0 and var version } ? (StationId.Of(station).Stream, version) : null;
}
