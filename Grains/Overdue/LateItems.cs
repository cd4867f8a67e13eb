using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Overdue;

/// <summary>What of a board row is late: each clock that was fired; without one, that the incident waits for somebody.</summary>
internal static class LateItems
{
    /// <summary>The items of a row, in no order.</summary>
    public static IReadOnlyList<LateItem> Of(BoardRow row) => row.Stream.Kind switch
    {
        StreamKind.Incident => Of(TocsinJson.Read<IncidentView>(row.Entry.View), row.Entry.LateAt),
        StreamKind.Call => [.. Of(TocsinJson.Read<CallView>(row.Entry.View))],
        _ => [],
    };

    private static List<LateItem> Of(IncidentView view, DateTimeOffset? lateAt)
    {
        var late = view.Clocks.Where(IsLate).Select(clock => OfClock(view, clock)).ToList();
        if (late.Count > 0 || lateAt is not { } since)
            return late;
        return view.Status == IncidentStatus.Reported ? [OfWait(view, OverdueKind.Reported, since)]
            : view is { Historic: true, UnattendedSince: { } unattended } ? [OfWait(view, OverdueKind.Unattended, unattended)]
            : [];
    }

    private static IEnumerable<LateItem> Of(CallView view) => view.Clocks.Where(IsLate).Select(clock => new LateItem(
        new OverdueItem(
            OverdueKind.Overdue, null, view.Id, null, null, null, null, null, false, clock.Stage, null, clock.OverdueAt!.Value, 0, clock.Level, clock.TakenBy, clock.TakenAt, null),
        null));

    private static bool IsLate(ClockView clock) => clock is { State: ClockState.Running, Silent: false, OverdueAt: not null };

    private static LateItem OfClock(IncidentView view, ClockView clock) =>
        Make(view, OverdueKind.Overdue, clock.OverdueAt!.Value, clock.UnitId is { } unit ? StationOf(view, unit) : view.Station, clock);

    private static LateItem OfWait(IncidentView view, OverdueKind kind, DateTimeOffset since) => Make(view, kind, since, view.Station, null);

    private static LateItem Make(IncidentView view, OverdueKind kind, DateTimeOffset since, string? station, ClockView? clock) => new(
        new OverdueItem(
            kind, view.Id, null, view.Number, view.Category, view.Priority, view.Status, station, view.Exercise, clock?.Stage, clock?.UnitId, since, 0, clock?.Level, clock?.TakenBy, clock?.TakenAt, view.Supervision),
        view.Station);

    // Its clock runs, so the assignment is the unit's newest.
    private static string? StationOf(IncidentView view, UnitId unit) => view.Assignments.LastOrDefault(a => a.UnitId == unit) is { } assignment ? assignment.Station : view.Station;
}
