using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>An overdue clock that nobody took was brought to the next level.</summary>
/// <param name="Level">To whom.</param>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">From the limit to now.</param>
/// <param name="FiredLateMs">From when it should have been brought there to when it was; never negative.</param>
public sealed record ClockEscalated(EscalationLevel Level, ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : IncidentEvent;
