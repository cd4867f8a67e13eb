using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Recommending;
using Tocsin.Recommending.Travel;
using Tocsin.RunCards;
using Tocsin.Units;

namespace Tocsin.Tests.Rules.Recommending;

/// <summary>A street that runs north from an incident at its foot: units stand so many kilometres up.</summary>
internal static class Street
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly GeoPoint Foot = new(36.5, 113);

    public static readonly Scene Fire = new(IncidentId.Of("here"), Foot, 2, "north", Now, 8);

    public static readonly LiveIncident Fight = Open("fight", "260301-0007", 3, IncidentStatus.EnRoute);

    public static readonly LiveIncident Settled = Open("settled", "260301-0008", 1, IncidentStatus.Reported);

    public static LiveIncident Open(string id, string number, int priority, IncidentStatus status) =>
        new(IncidentId.Of(id), number, "fight", priority, null, null, null, status, Now, 1, Exercise: false);

    // A degree of latitude has 111.195 km on the sphere of mean radius; a little less, so that a whole way is never a hair longer.
    public static GeoPoint At(double km) => new(Foot.Lat + (km / 111.1955), Foot.Lon);

    public static DutyUnit Unit(
        string id, double? km, string kind = "patrol", string? station = "north", UnitStatus status = UnitStatus.Available,
        LiveIncident? on = null, double? home = null, double ageMinutes = 0, params string[] can) =>
        new(
            UnitId.Of(id), kind, station, can, status, on?.Id, home is { } h ? At(h) : null,
            km is { } k ? new PositionView(At(k).Lat, At(k).Lon, Now.AddMinutes(-ageMinutes)) : null);

    public static Need Need(
        int count = 1, string[]? kinds = null, string[]? can = null, NeedScope scope = NeedScope.Any, string name = "need") =>
        new(name, kinds ?? [], can ?? [], count, scope);

    public static Recommended Ask(IReadOnlyList<DutyUnit> units, params IReadOnlyList<Need> needs) => Ask(Fire, units, needs);

    public static Recommended Ask(Scene scene, IReadOnlyList<DutyUnit> units, params IReadOnlyList<Need> needs) => Recommender.Recommend(
        new DutyPicture([.. units], id => id == Fight.Id ? Fight : id == Settled.Id ? Settled : null),
        scene,
        needs,
        GreatCircleEstimator.Instance);

    public static string[] Ids(IEnumerable<RecommendationView> views) => [.. views.Select(v => v.UnitId.Value)];

    public static string[] Ids(IEnumerable<PassedOverView> views) => [.. views.Select(v => v.UnitId.Value)];

    public static ReasonCode[] Codes(IEnumerable<Reason> why) => [.. why.Select(w => w.Code)];
}
