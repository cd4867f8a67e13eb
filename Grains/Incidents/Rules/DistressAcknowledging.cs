using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>Somebody has seen an officer's distress. The first one stands, and is what the officer is told.</summary>
internal static class DistressAcknowledging
{
    public static Decision Decide(IncidentState state, AcknowledgeDistress command, DecisionContext context)
    {
        if (state.PanicUnitId is null)
            return Decision.Refuse(Refusals.WrongStage(IncidentStatusRule.Of(state), "This incident is about no distress."));
        if (state.AcknowledgedAt is not null)
            return Decision.Nothing;
        if (state.Closed)
            return Decision.Refuse(Refusals.IncidentClosed);
        return Decision.Do(new DecidedEvent(
            state.Stream, new DistressAcknowledged(context.Actor.Subject), context.When(command.OccurredAt)));
    }
}
