using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>A report, feedback or a correction that names its assignment.</summary>
internal static class Naming
{
    public static Decision Decide(IncidentState state, ForAssignment command, DecisionContext context) => command.Command switch
    {
        ReportProgress c => Progressing.Decide(state, c, command.Number, context),
        GiveFeedback c => FeedbackGiving.Decide(state, c, command.Number, context),
        CorrectStage c => Correcting.Decide(state, c, command.Number, context),
        _ => Decision.Refuse(Refusals.Invalid("assignment", "This command is for no assignment.")),
    };
}
