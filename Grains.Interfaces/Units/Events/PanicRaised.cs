using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>Somebody of the unit is in distress; written in the same append as the incident that says so.</summary>
/// <param name="IncidentId">That incident.</param>
/// <param name="Again">It was open already: pressed again.</param>
public sealed record PanicRaised(IncidentId IncidentId, bool Again) : UnitEvent;
