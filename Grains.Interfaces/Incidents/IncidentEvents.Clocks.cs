using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Incidents;

// Clocks

/// <summary>A clock is about to run out.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">The lateness of the fact: from the limit to when the stage was reached, or to now while it is not; negative before the limit.</param>
/// <param name="FiredLateMs">The lateness of the firing: from when it could first be known to when it was; never negative.</param>
public sealed record ClockWarning(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : IncidentEvent;

/// <summary>A clock ran out: the stage was not reached within its limit.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">The lateness of the fact: from the limit to when the stage was reached, or to now while it is not; negative before the limit.</param>
/// <param name="FiredLateMs">The lateness of the firing: from when it could first be known to when it was; never negative.</param>
public sealed record ClockOverdue(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : IncidentEvent;

/// <summary>What was said to be overdue was not: a late report, a correction or a change showed it.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">The lateness of the fact: from the limit to when the stage was reached, or to now while it is not; negative before the limit.</param>
/// <param name="FiredLateMs">The lateness of the firing: from when it could first be known to when it was; never negative.</param>
public sealed record ClockWithdrawn(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : IncidentEvent;

// Escalation and supervision

/// <summary>An overdue clock that nobody took was brought to the next level.</summary>
/// <param name="Level">To whom.</param>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">From the limit to now.</param>
/// <param name="FiredLateMs">From when it should have been brought there to when it was; never negative.</param>
public sealed record ClockEscalated(EscalationLevel Level, ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : IncidentEvent;

/// <summary>Somebody took what was brought to a level: all overdue clocks that are there now climb no further.</summary>
/// <param name="Level">The level.</param>
/// <param name="By">The subject of who took it.</param>
public sealed record EscalationTaken(EscalationLevel Level, string By) : IncidentEvent;

/// <summary>A supervisor urged 催办.</summary>
/// <param name="Stage">What is waited for.</param>
/// <param name="UnitId">Who is urged; null: everybody on it.</param>
/// <param name="Reason">Why.</param>
public sealed record Urged(ClockStage Stage, UnitId? UnitId, string Reason) : IncidentEvent;

/// <summary>A supervisor took over the supervision 督办.</summary>
/// <param name="By">The subject of who did.</param>
/// <param name="Reason">Why.</param>
public sealed record SupervisionTaken(string By, string Reason) : IncidentEvent;
