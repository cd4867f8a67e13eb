using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Units;

/// <summary>Its assignment moved on (or, by a correction, back).</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Stage">Where it is now.</param>
public sealed record Progressed(
    IncidentId IncidentId,
    AssignmentStage Stage) : UnitEvent;
