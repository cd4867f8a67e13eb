using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The unit refused before it moved off.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
public sealed record UnitDeclined(
    UnitId UnitId,
    string? Note) : IncidentEvent;
