using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>What happened to a call. The name of the type is the event's kind.</summary>
public abstract record CallEvent
{
    /// <summary>Set when it was noted well after it happened; left out of the event's data otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Noted? Noted { get; init; }
}

// From ringing to the end

/// <summary>It came in.</summary>
/// <param name="Line">The line.</param>
/// <param name="RingingAt">When it began to ring; null when it was recorded after the fact.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Caller">A keyed digest of the number.</param>
public sealed record CallReceived(
    string? Line,
    DateTimeOffset? RingingAt,
    Location? Location,
    string? Caller) : CallEvent
{
    /// <summary>The timing policy as it was then; null, and left out of the event's data, when none was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimingPolicy? Timing { get; init; }
}

/// <summary>It was answered.</summary>
public sealed record CallAnswered : CallEvent;

/// <summary>Fields changed.</summary>
/// <param name="Changes">Those that did.</param>
public sealed record CallChanged(CallChanges Changes) : CallEvent;

/// <summary>The changed fields of a call; absent ones did not change.</summary>
/// <param name="Caller">A keyed digest of the number.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Narrative">What was typed.</param>
public sealed record CallChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Caller,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<Location?>? Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Narrative);

/// <summary>It is over.</summary>
public sealed record CallEnded : CallEvent;

// Disposition

/// <summary>It was disposed of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Note">A note.</param>
public sealed record CallDisposed(
    DispositionKind Kind,
    IncidentId? IncidentId,
    string? Note) : CallEvent;

// Clocks

/// <summary>A clock is about to run out.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">The lateness of the fact: from the limit to when the stage was reached, or to now while it is not; negative before the limit.</param>
/// <param name="FiredLateMs">The lateness of the firing: from when it could first be known to when it was; never negative.</param>
public sealed record ClockWarning(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : CallEvent;

/// <summary>A clock ran out: the stage was not reached within its limit.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">The lateness of the fact: from the limit to when the stage was reached, or to now while it is not; negative before the limit.</param>
/// <param name="FiredLateMs">The lateness of the firing: from when it could first be known to when it was; never negative.</param>
public sealed record ClockOverdue(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : CallEvent;

/// <summary>What was said to be overdue was not: a late report, a correction or a change showed it.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="DueAt">The clock's limit.</param>
/// <param name="LateMs">The lateness of the fact: from the limit to when the stage was reached, or to now while it is not; negative before the limit.</param>
/// <param name="FiredLateMs">The lateness of the firing: from when it could first be known to when it was; never negative.</param>
public sealed record ClockWithdrawn(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs) : CallEvent;
