using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.RunCards;

/// <summary>The stations that a run card names and did not name before, as they stand now.</summary>
/// <param name="Stations">In the order of the card.</param>
internal sealed record NamedStations(IReadOnlyList<Jurisdiction> Stations)
{
    /// <summary>The decision, which holds as long as none of the stations changes.</summary>
    public static Decision Rely(Decision decision, NamedStations? on) => decision.Events.Count == 0 || on is null
        ? decision
        : decision with
        {
            Relies =
            [
                .. on.Stations
                    .Where(s => s is { Station: not null, Version: > 0 })
                    .Select(s => (StationId.Of(s.Station!).Stream, s.Version)),
            ],
        };
}
