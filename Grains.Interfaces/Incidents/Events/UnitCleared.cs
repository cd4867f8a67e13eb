using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The assignment is over.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
/// <param name="Cause">A report, or the closure.</param>
public sealed record UnitCleared(
    UnitId UnitId,
    string? Note,
    ClearCause Cause) : IncidentEvent;
