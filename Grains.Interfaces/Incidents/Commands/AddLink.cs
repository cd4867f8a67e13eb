using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Links it to another incident; a link moves nothing.</summary>
/// <param name="IncidentId">The other one.</param>
/// <param name="Relation">DuplicateOf or RelatedTo.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AddLink")]
public sealed record AddLink(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] LinkRelation Relation) : IncidentCommand;
