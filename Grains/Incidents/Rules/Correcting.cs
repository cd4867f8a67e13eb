using Tocsin.Deciding;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>
/// Puts a wrong time right, or takes a wrong press away; an active assignment goes back to the furthest stage that is left.
/// </summary>
internal static class Correcting
{
    public static Decision Decide(IncidentState state, CorrectStage command, int? number, DecisionContext context)
    {
        if (command.OccurredAt is null && command.Stage is CorrectableStage.Assigned or CorrectableStage.Cleared)
            return Decision.Refuse(Refusals.Invalid("occurredAt", "This stage cannot be taken away."));
        var place = state.AssignmentOf(command.UnitId);
        if (place < 0)
            return Decision.Refuse(Refusals.UnknownReference("unitId", "This unit was never assigned to the incident."));
        if (number is { } named)
        {
            var chosen = AssignmentChoice.Named(state, command.UnitId, named);
            if (chosen.Refusal is { } refusal)
                return Decision.Refuse(refusal);
            place = chosen.Place;
        }

        var assignment = state.Assignments[place];
        if (assignment.Time(command.Stage) is not { } from)
            return Decision.Refuse(Refusals.WrongStage(assignment.Stage, "This stage has no time that could be corrected."));
        DateTimeOffset? to = command.OccurredAt is { } given ? OccurredAtRule.Cut(given) : null;
        if (to == from)
            return Decision.Nothing;
        var corrected = new StageCorrected(command.UnitId, command.Stage, from, to, command.Reason)
        {
            Assignment = state.NumberOf(place),
        };
        var decided = new DecidedEvent(state.Stream, corrected, context.Now);
        var stage = AssignmentFold.Corrected(assignment, corrected).Stage;
        return stage == assignment.Stage
            ? Decision.Do(decided)
            : Decision.Do(decided, new DecidedEvent(command.UnitId.Stream, new Progressed(state.Id, stage), context.Now));
    }
}
