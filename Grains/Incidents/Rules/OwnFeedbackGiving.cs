using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Policies;

namespace Tocsin.Incidents;

/// <summary>
/// A station reports for itself, or the centre does, without any unit 反馈: any time, also when all is over, and more than once.
/// </summary>
internal static class OwnFeedbackGiving
{
    public static Decision Decide(IncidentState state, GiveOwnFeedback command, DecisionContext context)
    {
        if (ResultsRule.Check(command.Results, context) is { } bad)
            return Decision.Refuse(bad);
        var given = new FeedbackGiven(null, command.Outcome, command.Narrative, command.Results)
        {
            Station = context.Actor.Role == Roles.Station ? context.Actor.Station : null,
            By = context.Actor.Subject,
        };
        return Decision.Do(new DecidedEvent(state.Stream, given, context.When(command.OccurredAt)));
    }
}
