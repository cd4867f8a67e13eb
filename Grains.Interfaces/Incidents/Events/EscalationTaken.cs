using Tocsin.Clocks;

namespace Tocsin.Incidents;

/// <summary>Somebody took what was brought to a level: all overdue clocks that are there now climb no further.</summary>
/// <param name="Level">The level.</param>
/// <param name="By">The subject of who took it.</param>
public sealed record EscalationTaken(EscalationLevel Level, string By) : IncidentEvent;
