using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Recommending;
using Tocsin.RunCards;
using Tocsin.Units;

namespace Tocsin.Tests.Benchmarks.Recommending;

/// <summary>
/// A made-up city of 40 by 40 km: units of four kinds and 40 stations, four of ten busy, positions a few seconds old. The same each time.
/// </summary>
internal sealed class City
{
    private const int Stations = 40;
    private static readonly string[] Kinds = ["patrol", "patrol", "patrol", "van", "motorcycle", "command"];
    private static readonly string[] Skills = ["dog", "taser", "medic", "negotiator"];
    private readonly Random _random = new(20260101);

    public City(int units, DateTimeOffset now)
    {
        Now = now;
        var incident = new LiveIncident(
            IncidentId.Of("other"), "260301-0001", "theft", 3, null, null, null, IncidentStatus.EnRoute, now, 1, Exercise: false);
        Views = [.. Enumerable.Range(0, units).Select(i => View(i, incident.Id))];
        Reports = [.. Views.Select(v => Place() is var p ? new PositionView(p.Lat, p.Lon, now.AddSeconds(-_random.Next(15))) : null!)];
        Picture = new DutyPicture([.. Views.Zip(Reports, DutyUnit.Of)], _ => incident);
    }

    /// <summary>When it is.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The units.</summary>
    public IReadOnlyList<UnitView> Views { get; }

    /// <summary>Where they are, in the same order.</summary>
    public IReadOnlyList<PositionView> Reports { get; }

    /// <summary>All of it as the recommender sees it.</summary>
    public DutyPicture Picture { get; }

    /// <summary>What a second alarm asks for: ten units of four sorts.</summary>
    public static IReadOnlyList<Need> Alarm { get; } =
    [
        new Need("patrol", ["patrol"], [], 5, NeedScope.Any),
        new Need("dog", ["patrol", "van"], ["dog"], 2, NeedScope.Any),
        new Need("medic", [], ["medic"], 2, NeedScope.Any),
        new Need("command", ["command"], [], 1, NeedScope.Any),
    ];

    /// <summary>An incident somewhere.</summary>
    public Scene Scene() => new(IncidentId.Of("here"), Place(), 1, $"S{_random.Next(Stations)}", Now, 8, ForeignSeconds: 60);

    private UnitView View(int i, IncidentId incident)
    {
        var busy = _random.Next(10) < 4;
        return new UnitView(
            UnitId.Of($"P{i:00000}"), $"P{i}", Kinds[_random.Next(Kinds.Length)], $"S{_random.Next(Stations)}",
            [.. Skills.Where(_ => _random.Next(4) == 0)], Place(), null, busy ? UnitStatus.EnRoute : UnitStatus.Available,
            busy ? incident : null, null, 1, null);
    }

    private GeoPoint Place() => new(36.3 + (0.36 * _random.NextDouble()), 112.9 + (0.45 * _random.NextDouble()));
}
