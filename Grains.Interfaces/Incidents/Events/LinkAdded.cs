using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A link was made.</summary>
/// <param name="IncidentId">The other one.</param>
/// <param name="Relation">How this one relates to it.</param>
public sealed record LinkAdded(
    IncidentId IncidentId,
    LinkRelation Relation) : IncidentEvent;
