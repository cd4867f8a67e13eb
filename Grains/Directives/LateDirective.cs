using Tocsin.Clocks;
using Tocsin.Journal;
using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Directives;

/// <summary>What of a directive is late: each clock that was fired.</summary>
internal static class LateDirective
{
    /// <summary>The items of a row, in no order.</summary>
    public static IEnumerable<LateItem> Of(BoardRow row)
    {
        var view = row.Entry.ValueOf<DirectiveView>();
        return view.Clocks.Where(c => c.IsLate).Select(clock => new LateItem(
            new OverdueItem(
                OverdueKind.Overdue,
                view.IncidentId,
                view.CallId,
                view.Number,
                Category: null,
                Priority: null,
                Status: null,
                row.Entry.Station,
                view.Exercise,
                clock.Stage,
                clock.UnitId ?? view.To.Unit,
                clock.OverdueAt!.Value,
                LateSeconds: 0,
                clock.Level,
                clock.TakenBy,
                clock.TakenAt,
                Supervision: null,
                row.Stream.ToString(),
                view.Id),
            row.Entry.Station));
    }
}
