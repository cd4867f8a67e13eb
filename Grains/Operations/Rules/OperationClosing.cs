using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Policies;

namespace Tocsin.Operations;

/// <summary>
/// Closes the open operation. Its tasks that are reported are concluded with it; those that are not are withdrawn with it, where that is
/// wanted. A directive that replaced a task is one.
/// </summary>
internal static class OperationClosing
{
    private const string Reason = "The operation is closed.";

    /// <summary>The incident, and the tasks of its operation as far as they are known.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, CloseOperation command, StateSet states) =>
        states.Knows(own) && states.All[own] is IncidentState { OperationStage: OperationStage.Open } state
            ? [own, .. Tasks(state, states).Select(t => t.Stream)]
            : [own];

    public static Decision Decide(IncidentState state, CloseOperation command, StateSet states, DecisionContext context)
    {
        if (state.OperationStage != OperationStage.Open)
            return Decision.Refuse(Refusals.WrongStage(state.OperationStage, "The incident has no open operation."));
        if (ResultsRule.Check(command.Results, context) is { } refusal)
            return Decision.Refuse(refusal);
        List<DirectiveState> open = [.. Tasks(state, states).Select(states.Directive).Where(d => d.Open)];
        if (!command.Withdraw && open.Exists(d => d.Status != DirectiveStatus.Reported))
            return Decision.Refuse(RefusalCode.DirectivesOpen, "A task of the operation is neither reported nor over.");
        var at = context.When(command.OccurredAt);
        var closed = new OperationClosed(command.Outcome, command.Results, command.Note, context.Actor.Subject);
        return Decision.Do(
        [
            new DecidedEvent(state.Stream, closed, at),
            .. open.Select(task => new DecidedEvent(task.Stream, End(task, command.Outcome), at)),
        ]);
    }

    private static DirectiveEvent End(DirectiveState task, OperationOutcome outcome) => task.Status == DirectiveStatus.Reported
        ? new DirectiveConcluded(task.Outcome ?? EnumWords.Of(outcome), Note: null, ConclusionCause.Closure)
        : new DirectiveWithdrawn(Reason, ReplacedBy: null);

    private static List<DirectiveId> Tasks(IncidentState state, StateSet states)
    {
        List<DirectiveId> tasks = [.. state.Tasks];
        for (var i = 0; i < tasks.Count; i++)
        {
            if (states.Knows(tasks[i].Stream) && states.Directive(tasks[i]).ReplacedBy is { } next && !tasks.Contains(next))
                tasks.Add(next);
        }

        return tasks;
    }
}
