using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Units;

/// <summary>Its assignment is over.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Stage">How it ended.</param>
public sealed record Released(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;
