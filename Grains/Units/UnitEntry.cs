using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Units;

/// <summary>
/// What is asked of most commands for a unit before their own rule, in this order: it exists, it is the actor's affair, its time is no
/// future.
/// </summary>
internal static class UnitEntry
{
    /// <summary>A refusal, or null when the rule may decide.</summary>
    public static Refusal? Check(UnitState state, DateTimeOffset? occurredAt, DecisionContext context)
    {
        if (state.Version == 0)
            return Refusals.NotFound("unit");
        return UnitAccess.Owns(state.Id, state.Station, context.Actor) ? OccurredAtRule.Check(occurredAt, context) : Refusals.NotYours;
    }
}
