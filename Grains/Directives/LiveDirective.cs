using Tocsin.Clocks;

namespace Tocsin.Directives;

/// <summary>What is counted of an open directive.</summary>
/// <param name="Status">Issued, signed or reported.</param>
/// <param name="Exercise">Whether it hangs on an exercise.</param>
/// <param name="Running">The stages whose clocks run within their limit.</param>
/// <param name="Overdue">The stages whose clocks ran out unmet.</param>
internal sealed record LiveDirective(
    DirectiveStatus Status, bool Exercise, IReadOnlyList<ClockStage> Running, IReadOnlyList<ClockStage> Overdue)
{
    /// <summary>What is counted of a view; clocks that alarm nobody are not.</summary>
    public static LiveDirective Of(DirectiveView view) => new(
        view.Status, view.Exercise, Stages(view, c => c.OverdueAt is null), Stages(view, c => c.OverdueAt is not null));

    private static ClockStage[] Stages(DirectiveView view, Func<ClockView, bool> which) =>
        [.. view.Clocks.Where(c => c is { State: ClockState.Running, Silent: false }).Where(which).Select(c => c.Stage)];
}
