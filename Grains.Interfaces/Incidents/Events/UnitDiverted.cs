using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The unit was taken off to another incident.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="ToIncidentId">The other one.</param>
/// <param name="Reason">Why.</param>
public sealed record UnitDiverted(
    UnitId UnitId,
    IncidentId ToIncidentId,
    string? Reason) : IncidentEvent;
