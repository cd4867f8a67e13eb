using Tocsin.Deciding;
using Tocsin.Policies;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>
/// Closes an incident 办结: whoever is on it is cleared at the closure's time, and the unit whose distress it was is in distress no more.
/// </summary>
internal static class Closing
{
    public static Decision Decide(IncidentState state, CloseIncident command, StateSet states, DecisionContext context)
    {
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        var rules = context.Fact<ClosingRules>();
        if (command.Override is null && OutcomeRule.Check(state, command.Disposition, rules) is { } refusal)
            return Decision.Refuse(refusal);
        var closed = new IncidentClosed(command.Disposition, command.Note)
        {
            Valid = OutcomeRule.IsValid(state, command.Disposition, rules),
            Override = command.Override,
            By = context.Actor.Subject,
        };
        var at = context.When(command.OccurredAt);
        return Decision.Do(
        [
            .. state.Assignments.Where(a => a.Stage.IsActive()).SelectMany(a => Clear(state, a, at)),
            .. EndPanic(state, states, at),
            new DecidedEvent(state.Stream, closed, at),
        ]);
    }

    private static DecidedEvent[] EndPanic(IncidentState state, StateSet states, DateTimeOffset at) =>
        state.PanicUnitId is { } unit && states.Unit(unit).PanicIncidentId == state.Id
            ? [new(unit.Stream, new PanicEnded(state.Id), at)]
            : [];

    private static DecidedEvent[] Clear(IncidentState state, AssignmentView assignment, DateTimeOffset at) =>
    [
        new(state.Stream, new UnitCleared(assignment.UnitId, Note: null, ClearCause.Closure), at),
        new(assignment.UnitId.Stream, new Released(state.Id, AssignmentStage.Cleared), at),
    ];
}
