using Tocsin.Tests.Load.Fleets;

namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>
/// The county's units and until when each is busy. Whoever is sent was free by then: no unit is on two incidents at a time, neither in the
/// order of the journal nor by <c>occurredAt</c>.
/// </summary>
public sealed class UnitBook
{
    // Five stations; how many of a hundred incidents are theirs and how many units stand there is an assumption.
    private static readonly (string Station, double Weight, int Units)[] Stations =
    [
        ("古韩", 38, 9), ("夏店", 17, 5), ("虒亭", 15, 5), ("王桥", 16, 5), ("侯堡", 14, 5),
    ];

    private readonly Dictionary<string, (DateTimeOffset FreeAt, YearIncident? Last)> states;

    /// <summary>All of them, free; their ids begin with <paramref name="prefix"/>.</summary>
    public UnitBook(string prefix, Random random)
    {
        Units = [.. Stations.SelectMany(s => Enumerable.Repeat(s.Station, s.Units))
            .Select((station, i) => new YearUnit($"{prefix}-{i + 1:00}", station, Region.Anywhere(random)))];
        states = Units.ToDictionary(u => u.Id, _ => (DateTimeOffset.MinValue, (YearIncident?)null));
    }

    /// <summary>The units.</summary>
    public IReadOnlyList<YearUnit> Units { get; }

    /// <summary>The station that an incident belongs to.</summary>
    public static string Station(Random random) => Deck.Draw(random, [.. Stations.Select(s => (s.Station, s.Weight))]);

    /// <summary>
    /// The units that go, at <paramref name="at"/> or, where too few are free, as soon as enough are: of the station if it has any, those
    /// that have rested longest first.
    /// </summary>
    public (DateTimeOffset At, IReadOnlyList<string> Units) Choose(string? station, int count, DateTimeOffset at)
    {
        var soonest = states.Values.Select(s => s.FreeAt).Order().ElementAt(count - 1);
        at = soonest > at ? soonest : at;
        return (
            at,
            [.. Units.Where(u => states[u.Id].FreeAt <= at).OrderBy(u => u.Station != station).ThenBy(u => states[u.Id].FreeAt).Take(count)
                .Select(u => u.Id)]);
    }

    /// <summary>A unit is busy until it is free again.</summary>
    public void Keep(YearIncident incident, YearResponse response)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(response);
        if (states[response.Unit].Last is { } before)
            incident.After.Add(before);
        states[response.Unit] = (response.FreeAt, incident);
    }
}
