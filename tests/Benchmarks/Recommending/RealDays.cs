using Tocsin.Identity;
using Tocsin.Recommending;
using Tocsin.Recommending.Travel;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Units;

namespace Tocsin.Tests.Benchmarks.Recommending;

/// <summary>The real days, seen from one of them: homes and travel times are learned of the others only.</summary>
internal sealed class RealDays
{
    private readonly IReadOnlyList<FileRow> _rows;
    private readonly TimeZoneInfo _zone;
    private readonly List<RealUnit> _units;

    public RealDays(IReadOnlyList<FileRow> rows, DateOnly judged, TimeZoneInfo zone)
    {
        (_rows, _zone, Judged) = (rows, zone, judged);
        _units = [.. rows.Where(r => r.Unit.Length > 0).GroupBy(r => r.Unit).Select(g => RealUnit.Of(g.Key, [.. g], IsJudged))];
    }

    /// <summary>The day that is judged.</summary>
    public DateOnly Judged { get; }

    /// <summary>The journeys of all other days, or of the judged one.</summary>
    public IReadOnlyList<Journey> Journeys(bool judged) =>
        [.. _units
            .SelectMany(u => Tocsin.Recommending.Travel.Journeys.Of(u.Rows.Select(Stint), u.Home, u.Kind, _zone))
            .Where(j => DayOf(j.At) == Judged == judged)];

    /// <summary>
    /// The first unit that was sent to each incident of the day, with its rank among all that were free and of its kind; 0: not among them.
    /// </summary>
    public IEnumerable<(int Rank, int Free)> Ranks(ITravelEstimator travel)
    {
        foreach (var incident in _rows
            .Where(r => IsJudged(r) && r.Times.Dispatch is not null && r.Unit.Length > 0 && RealUnit.Place(r) is not null)
            .GroupBy(r => r.Incident))
        {
            var first = incident.OrderBy(r => r.Times.Dispatch).ThenBy(r => r.Sequence).First();
            var (at, kind) = (first.Times.Dispatch!.Value, _units.First(u => u.Id == first.Unit).Kind);
            DutyUnit[] free = [.. _units.Where(u => u.Kind == kind && IsSeen(u)).Select(u => At(u, at)).OfType<DutyUnit>()];
            var scene = new Scene(null, RealUnit.Place(first)!.Value, 2, first.Station, at, TimeZoneInfo.ConvertTime(at, _zone).Hour);
            var found = Recommender.Recommend(
                new DutyPicture(free, _ => null), scene, [Need.Any(Math.Min(50, free.Length))], travel).Needs[0].Units;
            yield return (1 + found.ToList().FindIndex(u => u.UnitId.Value == first.Unit), free.Length);
        }
    }

    // Free at an instant: not between dispatch and available of another response. Where: at the place it left a short while ago, else at
    // home.
    private static DutyUnit? At(RealUnit unit, DateTimeOffset at)
    {
        var before = unit.Rows.LastOrDefault(r => r.Times.Dispatch < at);
        if (before is not null && (before.Times.Available is not { } available || available > at))
            return null;
        var recent = before is not null && before.Times.Available >= at - TravelLimits.StillThere && before.Times.Hospital is null;
        var place = recent && before!.Times.OnScene is not null ? RealUnit.Place(before) ?? unit.Home : unit.Home;
        return new DutyUnit(UnitId.Of(unit.Id), unit.Kind, null, [], UnitStatus.Available, null, place, null);
    }

    // From a hospital a unit drives off from a place that the file does not say: such a stint ends where nobody knows.
    private static Stint Stint(FileRow row) => new(
        RealUnit.Place(row), row.Station, row.Times.Dispatch, row.Times.Response, row.Times.OnScene,
        row.Times.Hospital is null ? row.Times.Available : row.Times.Available - TravelLimits.StillThere - TimeSpan.FromSeconds(1));

    private bool IsSeen(RealUnit unit) => unit.Rows.Any(IsJudged);

    private bool IsJudged(FileRow row) => row.Times.Received is { } at && DayOf(at) == Judged;

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);
}
