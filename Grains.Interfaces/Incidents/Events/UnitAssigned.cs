using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A unit was assigned.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="DivertedFrom">The incident that it was diverted from.</param>
/// <param name="Station">The unit's station then.</param>
public sealed record UnitAssigned(
    UnitId UnitId,
    IncidentId? DivertedFrom,
    string? Station) : IncidentEvent;
