using Tocsin.Deciding;
using Tocsin.Policies;

namespace Tocsin.Incidents;

/// <summary>
/// A unit reports what it found and did 反馈: any time after it was assigned, also before arrival or when all is over, and more than once.
/// </summary>
internal static class FeedbackGiving
{
    public static Decision Decide(IncidentState state, GiveFeedback command, int? number, DecisionContext context)
    {
        if (state.AssignmentOf(command.UnitId) < 0)
            return Decision.Refuse(Refusals.UnknownReference("unitId", "This unit was never assigned to the incident."));
        if (ResultsRule.Check(command.Results, context) is { } bad)
            return Decision.Refuse(bad);
        var chosen = AssignmentChoice.Of(state, command.UnitId, number, command.OccurredAt, context);
        if (chosen.Refusal is { } refusal)
            return Decision.Refuse(refusal);
        var given = new FeedbackGiven(command.UnitId, command.Outcome, command.Narrative, command.Results)
        {
            Assignment = state.NumberOf(chosen.Place),
            Adjusted = chosen.Adjusted,
            By = context.Actor.Subject,
        };
        return Decision.Do(new DecidedEvent(state.Stream, given, chosen.At));
    }
}
