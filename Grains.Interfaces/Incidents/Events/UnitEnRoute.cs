using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The unit is on its way 出动.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
/// <param name="Late">Filled in afterwards: the stage stayed.</param>
public sealed record UnitEnRoute(
    UnitId UnitId,
    string? Note,
    bool Late) : IncidentEvent;
