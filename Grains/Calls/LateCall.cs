using Tocsin.Clocks;
using Tocsin.Journal;
using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Calls;

/// <summary>What of a call is late: that nobody answers it, or that nobody has called back who hung up.</summary>
internal static class LateCall
{
    /// <summary>The items of a row, in no order.</summary>
    public static IEnumerable<LateItem> Of(BoardRow row)
    {
        var view = row.Entry.ValueOf<CallView>();
        foreach (var clock in view.Clocks.Where(c => c.IsLate))
            yield return Make(view, OverdueKind.Overdue, clock.OverdueAt!.Value, clock);
        if (view is { CallBackDue: true, EndedAt: { } ended })
            yield return Make(view, OverdueKind.CallBackDue, ended, null);
    }

    private static LateItem Make(CallView view, OverdueKind kind, DateTimeOffset since, ClockView? clock) => new(
        new OverdueItem(
            kind,
            null,
            view.Id,
            null,
            null,
            null,
            null,
            null,
            false,
            clock?.Stage,
            null,
            since,
            0,
            clock?.Level,
            clock?.TakenBy,
            clock?.TakenAt,
            null),
        null);
}
