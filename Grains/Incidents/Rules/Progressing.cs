using Tocsin.Deciding;
using Tocsin.Units;

namespace Tocsin.Incidents;

/// <summary>A stage of an assignment is reported, perhaps late, perhaps again.</summary>
internal static class Progressing
{
    public static Decision Decide(IncidentState state, ReportProgress command, DecisionContext context)
    {
        if (command.Stage is AssignmentStage.Assigned or AssignmentStage.Diverted)
            return Decision.Refuse(Refusals.Invalid("stage", "This stage is not reported."));
        var place = state.AssignmentOf(command.UnitId);
        if (place < 0)
            return Decision.Refuse(Refusals.NotFound("assignment"));
        var assignment = state.Assignments[place];
        var at = context.When(command.OccurredAt);
        return ProgressTable.Step(assignment.Stage, command.Stage) switch
        {
            ProgressStep.Yes => Decision.Do(
                new DecidedEvent(state.Stream, StageEvents.Of(command, late: false), at),
                new DecidedEvent(command.UnitId.Stream, Twin(state, command.Stage), at)),
            ProgressStep.Late when FillsIn(assignment, command.Stage, at) =>
                Decision.Do(new DecidedEvent(state.Stream, StageEvents.Of(command, late: true), at)),
            ProgressStep.Same => Decision.Nothing,
            _ => Decision.Refuse(Refusals.WrongStage(assignment.Stage, "This stage cannot be reported now.")),
        };
    }

    private static bool FillsIn(AssignmentView assignment, AssignmentStage stage, DateTimeOffset at) =>
        assignment.Time(AssignmentTimes.TimeOf(stage)) is null && (assignment.Stage.IsActive() || at <= assignment.ClearedAt);

    private static UnitEvent Twin(IncidentState state, AssignmentStage stage) =>
        stage.IsActive() ? new Progressed(state.Id, stage) : new Released(state.Id, stage);
}
