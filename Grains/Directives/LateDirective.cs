using Tocsin.Clocks;
using Tocsin.Journal;
using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Directives;

/// <summary>What of a directive is late: each clock that was fired, and that it came back: refused, given back, or a hit.</summary>
internal static class LateDirective
{
    /// <summary>The items of a row, in no order.</summary>
    public static IEnumerable<LateItem> Of(BoardRow row)
    {
        if (row.Entry.LateAt is null)
            return [];
        var view = row.Entry.ValueOf<DirectiveView>();
        var late = view.Clocks.Where(c => c.IsLate).Select(c => Make(row, view, OverdueKind.Overdue, c.OverdueAt!.Value, c));
        return CameBack(view) is { } back ? late.Append(Make(row, view, back.Kind, back.Since, null)) : late;
    }

    private static (OverdueKind Kind, DateTimeOffset Since)? CameBack(DirectiveView view)
    {
        var returnedAt = view.Returns is [.., var newest] ? newest.At : (DateTimeOffset?)null;
        return view switch
        {
            { Status: DirectiveStatus.Refused, ReplacedBy: null, OverAt: { } refused } => (OverdueKind.Refused, refused),
            { Status: DirectiveStatus.Signed } when returnedAt is { } returned => (OverdueKind.Returned, returned),
            { Status: DirectiveStatus.Reported, Kind: DirectiveKinds.LookOut } when HitAt(view, returnedAt) is { } hit =>
                (OverdueKind.Hit, hit),
            _ => null,
        };
    }

    private static DateTimeOffset? HitAt(DirectiveView view, DateTimeOffset? returnedAt) => view.Reports
        .Where(r => r is { Final: true, Outcome: DirectiveKinds.Hit } && !(r.At < returnedAt))
        .Min(r => (DateTimeOffset?)r.At);

    private static LateItem Make(BoardRow row, DirectiveView view, OverdueKind kind, DateTimeOffset since, ClockView? clock) => new(
        new OverdueItem(
            kind,
            view.IncidentId,
            view.CallId,
            view.Number,
            Category: null,
            Priority: null,
            Status: null,
            row.Entry.Station,
            view.Exercise,
            clock?.Stage,
            clock?.UnitId ?? view.To.Unit,
            since,
            LateSeconds: 0,
            clock?.Level,
            clock?.TakenBy,
            clock?.TakenAt,
            Supervision: null,
            row.Stream.ToString(),
            view.Id),
        DirectiveAccess.IssuersStation(view.From) ?? row.Entry.Station);
}
