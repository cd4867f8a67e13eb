using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Units;

namespace Tocsin.Recommending;

/// <summary>
/// A unit on duty as the recommender sees it. Made anew when the unit or its position changes, so that its vectors are made once.
/// </summary>
/// <param name="id">The unit.</param>
/// <param name="kind">What it is.</param>
/// <param name="station">Its station.</param>
/// <param name="capabilities">What it can do.</param>
/// <param name="status">Its status; never off duty.</param>
/// <param name="incident">The incident of its active assignment.</param>
/// <param name="home">Where it stands when it has no position.</param>
/// <param name="position">Its newest position.</param>
internal sealed class DutyUnit(
    UnitId id,
    string kind,
    string? station,
    IReadOnlyList<string> capabilities,
    UnitStatus status,
    IncidentId? incident,
    GeoPoint? home,
    PositionView? position)
{
    private readonly SpherePoint _home = home is { } h ? SpherePoint.Of(h) : default;
    private readonly SpherePoint _seen = position is { } p ? SpherePoint.Of(new GeoPoint(p.Lat, p.Lon)) : default;
    private readonly GeoPoint _seenPlace = position is { } q ? new GeoPoint(q.Lat, q.Lon) : default;

    public UnitId Id { get; } = id;

    public string Kind { get; } = kind;

    public string? Station { get; } = station;

    public IReadOnlyList<string> Capabilities { get; } = capabilities;

    /// <summary>The number of what it is; see <see cref="UnitSorts"/>.</summary>
    public int Sort { get; } = UnitSorts.Of(kind, capabilities);

    public UnitStatus Status { get; } = status;

    public IncidentId? Incident { get; } = incident;

    /// <summary>The incident about its own distress, while that is open.</summary>
    public IncidentId? Distress { get; init; }

    /// <summary>Whether it can be sent: available, and not in need of help itself.</summary>
    public bool IsFree => Status == UnitStatus.Available && Distress is null;

    /// <summary>When its newest position was seen; null when it has none.</summary>
    public DateTimeOffset? SeenAt { get; } = position?.At;

    /// <summary>Whether it can be placed at all.</summary>
    public bool IsPlaced { get; } = home is not null || position is not null;

    /// <summary>From a view, without what is filled in at the edge.</summary>
    public static DutyUnit Of(UnitView view, PositionView? position) =>
        new(view.Id, view.Kind, view.Station, view.Capabilities, view.Status, view.IncidentId, view.Home, position)
        {
            Distress = view.PanicIncidentId,
        };

    /// <summary>The same unit, seen elsewhere.</summary>
    public DutyUnit At(PositionView seen) => new(Id, Kind, Station, Capabilities, Status, Incident, home, seen) { Distress = Distress };

    /// <summary>Whether its position is too old to be trusted.</summary>
    public bool IsStale(DateTimeOffset now) => SeenAt < now - RecommendLimits.StaleAfter;

    /// <summary>
    /// Where it is taken to be, and how far that is by great circle. A stale position counts only when home is no farther: nobody is sent
    /// on an old hope.
    /// </summary>
    public (GeoPoint From, double Meters) Approach(in SpherePoint to, DateTimeOffset now)
    {
        if (SeenAt is null)
            return (home!.Value, _home.MetersTo(to));
        var seen = (From: _seenPlace, Meters: _seen.MetersTo(to));
        if (home is null || !IsStale(now))
            return seen;
        var atHome = _home.MetersTo(to);
        return atHome > seen.Meters ? (home.Value, atHome) : seen;
    }
}
