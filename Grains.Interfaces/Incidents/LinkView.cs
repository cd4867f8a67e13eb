using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A link to another incident.</summary>
/// <param name="IncidentId">The other one.</param>
/// <param name="Relation">How this one relates to it.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LinkView")]
public sealed record LinkView(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] LinkRelation Relation);
