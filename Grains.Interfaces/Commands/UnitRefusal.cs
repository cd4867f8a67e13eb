using Tocsin.Identity;

namespace Tocsin.Commands;

/// <summary>A unit that could not be taken, and why.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Code">Why.</param>
/// <param name="IncidentId">The incident that has it, when it is busy.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UnitRefusal")]
public sealed record UnitRefusal(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] UnitRefusalCode Code,
    [property: Id(2)] IncidentId? IncidentId);
