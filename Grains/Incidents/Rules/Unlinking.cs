using Tocsin.Deciding;

namespace Tocsin.Incidents;

/// <summary>Takes a link away, on both sides.</summary>
internal static class Unlinking
{
    public static Decision Decide(IncidentState state, RemoveLink command, DecisionContext context) =>
        Linking.Between(state, command.IncidentId) is { } relation
            ? Decision.Do(Linking.Remove(state, command.IncidentId, relation, context))
            : Decision.Refuse(Refusals.NotFound("link"));
}
