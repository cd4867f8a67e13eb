using Tocsin.Clocks;
using Tocsin.Directives;

namespace Tocsin.Incidents;

/// <summary>
/// The loop 研交督办结 of an incident, worked out of what happened to it. Like the status, assignment, handling and conclusion look only at
/// what happened since the incident was made or last reopened.
/// </summary>
internal static class IncidentLoop
{
    /// <summary>The five steps.</summary>
    public static IReadOnlyList<LoopStepView> Of(IncidentState state) =>
    [
        Step(LoopStep.Assess, state.Assessed, null),
        Step(LoopStep.Assign, Assigned(state), Clock(state, ClockStage.Assign)),
        Step(LoopStep.Supervise, Newer(Supervised(state), state.Urged), null),
        Step(LoopStep.Handle, Handled(state), Clock(state, ClockStage.Feedback)),
        Step(LoopStep.Conclude, state.ClosedAt is { } at ? new LoopMark(state.ClosedBy, at) : null, Clock(state, ClockStage.Conclude)),
    ];

    /// <summary>The steps with what clocks say that alarm nobody.</summary>
    /// <param name="loop">The steps as they are stored.</param>
    /// <param name="clocks">The clocks as the observer sees them.</param>
    public static IReadOnlyList<LoopStepView> At(IReadOnlyList<LoopStepView> loop, IReadOnlyList<ClockView> clocks) =>
    [
        .. loop.Select(step => step is { At: null, DueAt: { } due } && clocks.Any(c => c.Stage == StageOf(step.Step) && c.OverdueAt == due)
            ? step with { Late = true }
            : step),
    ];

    private static ClockStage? StageOf(LoopStep step) => step switch
    {
        LoopStep.Assign => ClockStage.Assign,
        LoopStep.Handle => ClockStage.Feedback,
        LoopStep.Conclude => ClockStage.Conclude,
        _ => null,
    };

    private static LoopStepView Step(LoopStep step, LoopMark? taken, ClockView? clock) => new(
        step,
        taken?.By,
        taken?.At,
        clock?.DueAt,
        clock is not null && (taken is not null ? taken.At > clock.DueAt : clock.OverdueAt is not null));

    // The first of the episode: what comes again when the incident becomes unattended is no new step.
    private static ClockView? Clock(IncidentState state, ClockStage stage) => state.Clocks
        .FirstOrDefault(c => c.Stage == stage && c.Episode == state.Episode && c.LimitSeconds is not null)?.ToView();

    private static LoopMark? Assigned(IncidentState state)
    {
        LoopMark? first = null;
        for (var i = state.EpisodeFirst; i < state.Assignments.Length; i++)
        {
            if (state.Assignments[i].AssignedAt is { } at)
                first = Earlier(first, new LoopMark(i < state.AssignedBy.Length ? state.AssignedBy[i] : null, at));
        }

        foreach (var directive in state.Directives)
        {
            if (directive is { Kind: DirectiveKinds.Handle, IssuedAt: { } at } && at >= state.EpisodeAt)
                first = Earlier(first, new LoopMark(directive.By, at));
        }

        return first;
    }

    private static LoopMark? Handled(IncidentState state)
    {
        LoopMark? first = null;
        foreach (var feedback in state.Feedback)
        {
            if (feedback.Episode == state.Episode)
                first = Earlier(first, new LoopMark(feedback.By, feedback.View.OccurredAt));
        }

        return first;
    }

    private static LoopMark? Supervised(IncidentState state) =>
        state.Supervision is { } taken ? new LoopMark(taken.By, taken.At) : null;

    private static LoopMark Earlier(LoopMark? a, LoopMark b) => a is null || b.At < a.At ? b : a;

    private static LoopMark? Newer(LoopMark? a, LoopMark? b) => a is null || b?.At > a.At ? b ?? a : a;
}
