using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>The incident about the unit's distress was closed; written in the same append.</summary>
/// <param name="IncidentId">That incident.</param>
public sealed record PanicEnded(IncidentId IncidentId) : UnitEvent;
