using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Operations;

/// <summary>Lets bodies join the open operation, or leave it; only what differs is recorded.</summary>
internal static class BodyChanging
{
    /// <summary>The incident, and who joins.</summary>
    public static IReadOnlyList<StreamId> Streams(StreamId own, ChangeOperation command, StateSet states) =>
        [.. command.Add.Select(b => b.Stream).Prepend(own).Distinct()];

    public static Decision Decide(IncidentState state, ChangeOperation command, StateSet states, DecisionContext context)
    {
        if (state.Operation is not { ClosedAt: null, Bodies: var present })
            return Decision.Refuse(Refusals.WrongStage(state.OperationStage, "The incident has no open operation."));
        if (Bodies.Check(command.Add, "add", states) is { } refusal)
            return Decision.Refuse(refusal);
        IReadOnlyList<StationId> added = [.. command.Add.Except(present)];
        IReadOnlyList<StationId> removed = [.. command.Remove.Intersect(present)];
        if (added.Count + removed.Count == 0)
            return Decision.Nothing;
        return present.Count - removed.Count + added.Count > OperationLimits.BodiesMax
            ? Decision.Refuse(Refusals.LimitReached("bodies", OperationLimits.BodiesMax))
            : Decision.Do(new DecidedEvent(state.Stream, new OperationChanged(added, removed), context.When(command.OccurredAt)));
    }
}
