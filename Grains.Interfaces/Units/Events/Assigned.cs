using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Units;

/// <summary>It was assigned; the twin of <c>UnitAssigned</c>.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Stage">Assigned.</param>
public sealed record Assigned(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;
