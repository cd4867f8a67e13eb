using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Takes a unit off this incident and onto another open one, in one append.</summary>
/// <param name="UnitId">Has an active assignment here.</param>
/// <param name="ToIncidentId">The other one.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
/// <param name="Reason">At most 500 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DivertUnit")]
public sealed record DivertUnit(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] IncidentId ToIncidentId,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string? Reason) : IncidentCommand;
