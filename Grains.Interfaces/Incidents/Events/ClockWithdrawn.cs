using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>What was said to be overdue was not: a late report, a correction or a change showed it.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">The lateness of the fact: from the limit to when the stage was reached, or to now while it is not; negative before the limit.</param>
/// <param name="FiredLateMs">The lateness of the firing: from when it could first be known to when it was; never negative.</param>
public sealed record ClockWithdrawn(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : IncidentEvent;
