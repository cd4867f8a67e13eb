using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A link was taken away.</summary>
/// <param name="IncidentId">The other one.</param>
/// <param name="Relation">How this one related to it.</param>
public sealed record LinkRemoved(
    IncidentId IncidentId,
    LinkRelation Relation) : IncidentEvent;
