using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Incidents;

/// <summary>What of an incident is late: each clock that was fired; without one, that the incident waits for somebody.</summary>
internal static class LateIncident
{
    /// <summary>The items of a row, in no order.</summary>
    public static IEnumerable<LateItem> Of(BoardRow row)
    {
        var view = row.Entry.ValueOf<IncidentView>();
        var late = view.Clocks.Where(c => c.IsLate).Select(clock => OfClock(view, clock)).ToList();
        if (late.Count > 0 || row.Entry.LateAt is not { } since)
            return late;
        return view.Status == IncidentStatus.Reported ? [OfWait(view, OverdueKind.Reported, since)]
            : view is { UnattendedSince: { } unattended } ? [OfWait(view, OverdueKind.Unattended, unattended)]
            : [];
    }

    private static LateItem OfClock(IncidentView view, ClockView clock) =>
        Make(view, OverdueKind.Overdue, clock.OverdueAt!.Value, clock.UnitId is { } unit ? StationOf(view, unit) : view.Station, clock);

    private static LateItem OfWait(IncidentView view, OverdueKind kind, DateTimeOffset since) =>
        Make(view, kind, since, view.Station, null);

    private static LateItem Make(IncidentView view, OverdueKind kind, DateTimeOffset since, string? station, ClockView? clock) => new(
        new OverdueItem(
            kind,
            view.Id,
            null,
            view.Number,
            view.Category,
            view.Priority,
            view.Status,
            station,
            view.Exercise,
            clock?.Stage,
            clock?.UnitId,
            since,
            0,
            clock?.Level,
            clock?.TakenBy,
            clock?.TakenAt,
            view.Supervision),
        view.Station);

    // Its clock runs, so the assignment is the unit's newest.
    private static string? StationOf(IncidentView view, UnitId unit) =>
        view.Assignments.LastOrDefault(a => a.UnitId == unit) is { } assignment ? assignment.Station : view.Station;
}
