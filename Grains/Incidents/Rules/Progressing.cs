using Tocsin.Deciding;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>A stage of an assignment is reported, perhaps late, perhaps again.</summary>
internal static class Progressing
{
    public static Decision Decide(IncidentState state, ReportProgress command, int? number, DecisionContext context)
    {
        if (command.Stage is AssignmentStage.Assigned or AssignmentStage.Diverted)
            return Decision.Refuse(Refusals.Invalid("stage", "This stage is not reported."));
        if (state.AssignmentOf(command.UnitId) < 0)
            return Decision.Refuse(Refusals.NotFound("assignment"));
        var chosen = AssignmentChoice.Of(state, command.UnitId, number, command.OccurredAt, context);
        if (chosen.Refusal is { } refusal)
            return Decision.Refuse(refusal);
        var assignment = state.Assignments[chosen.Place];
        var at = chosen.At;
        return ProgressTable.Step(assignment.Stage, command.Stage) switch
        {
            ProgressStep.Yes => Decision.Do(
                new DecidedEvent(state.Stream, Event(state, command, chosen, late: false), at),
                new DecidedEvent(command.UnitId.Stream, Twin(state, command.Stage), at)),
            ProgressStep.Late when FillsIn(assignment, command.Stage, at) =>
                Decision.Do(new DecidedEvent(state.Stream, Event(state, command, chosen, late: true), at)),
            ProgressStep.Same => Decision.Nothing,
            _ => Decision.Refuse(Refusals.WrongStage(assignment.Stage, "This stage cannot be reported now.")),
        };
    }

    private static UnitReport Event(IncidentState state, ReportProgress command, ChosenAssignment chosen, bool late) =>
        StageEvents.Of(command, late) with { Assignment = state.NumberOf(chosen.Place), Adjusted = chosen.Adjusted };

    private static bool FillsIn(AssignmentView assignment, AssignmentStage stage, DateTimeOffset at) =>
        assignment.Time(AssignmentTimes.TimeOf(stage)) is null && (assignment.Stage.IsActive() || at <= assignment.ClearedAt);

    private static UnitEvent Twin(IncidentState state, AssignmentStage stage) =>
        stage.IsActive() ? new Progressed(state.Id, stage) : new Released(state.Id, stage);
}
