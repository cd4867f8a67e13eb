using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>
/// Links two incidents, closed or not: both sides carry it, and another relation takes the place of the first. It moves nothing.
/// </summary>
internal static class Linking
{
    public static Decision Decide(IncidentState state, AddLink command, StateSet states, DecisionContext context)
    {
        if (command.IncidentId == state.Id)
            return Decision.Refuse(Refusals.Invalid("incidentId", "An incident is linked to another one."));
        if (command.Relation is not (LinkRelation.DuplicateOf or LinkRelation.RelatedTo))
            return Decision.Refuse(Refusals.Invalid("relation", "This relation is not given, it follows."));
        var other = states.Incident(command.IncidentId);
        if (other.Version == 0)
            return Decision.Refuse(Refusals.UnknownReference("incidentId", "There is no such incident."));
        var stands = Between(state, other.Id);
        if (stands == command.Relation)
            return Decision.Nothing;
        var removed = stands is { } old ? Remove(state, other.Id, old, context) : [];
        return Decision.Do(
        [
            .. removed,
            new DecidedEvent(state.Stream, new LinkAdded(other.Id, command.Relation), context.Now),
            new DecidedEvent(other.Stream, new LinkAdded(state.Id, Reversed(command.Relation)), context.Now),
        ]);
    }

    /// <summary>How an incident relates to another, or null.</summary>
    public static LinkRelation? Between(IncidentState state, IncidentId other) =>
        state.Links.FirstOrDefault(l => l.IncidentId == other)?.Relation;

    /// <summary>Takes a link away on both sides.</summary>
    public static IReadOnlyList<DecidedEvent> Remove(
        IncidentState state, IncidentId other, LinkRelation relation, DecisionContext context) =>
    [
        new(state.Stream, new LinkRemoved(other, relation), context.Now),
        new(other.Stream, new LinkRemoved(state.Id, Reversed(relation)), context.Now),
    ];

    /// <summary>The same link seen from the other side.</summary>
    public static LinkRelation Reversed(LinkRelation relation) => relation switch
    {
        LinkRelation.DuplicateOf => LinkRelation.HasDuplicate,
        LinkRelation.HasDuplicate => LinkRelation.DuplicateOf,
        _ => relation,
    };
}
