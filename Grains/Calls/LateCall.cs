using Tocsin.Clocks;
using Tocsin.Journal;
using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Calls;

/// <summary>What of a call is late: that nobody answers it.</summary>
internal static class LateCall
{
    /// <summary>The items of a row, in no order.</summary>
    public static IEnumerable<LateItem> Of(BoardRow row)
    {
        var view = row.Entry.ValueOf<CallView>();
        return view.Clocks.Where(c => c.IsLate).Select(clock => new LateItem(
            new OverdueItem(
                OverdueKind.Overdue,
                null,
                view.Id,
                null,
                null,
                null,
                null,
                null,
                false,
                clock.Stage,
                null,
                clock.OverdueAt!.Value,
                0,
                clock.Level,
                clock.TakenBy,
                clock.TakenAt,
                null),
            null));
    }
}
