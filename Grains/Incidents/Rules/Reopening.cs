using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>Opens a closed incident again: nobody is on it.</summary>
internal static class Reopening
{
    public static Decision Decide(IncidentState state, ReopenIncident command, DecisionContext context) => state.Closed
        ? Decision.Do(new DecidedEvent(state.Stream, new IncidentReopened(command.Reason), context.When(command.OccurredAt)))
        : Decision.Refuse(Refusals.WrongStage(IncidentStatusRule.Of(state), "Only a closed incident is reopened."));
}
