using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The centre recalled it before arrival.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
public sealed record UnitCancelled(
    UnitId UnitId,
    string? Note) : IncidentEvent;
