using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Takes a link away.</summary>
/// <param name="IncidentId">The other one.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RemoveLink")]
public sealed record RemoveLink([property: Id(0)] IncidentId IncidentId) : IncidentCommand;
