using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Incidents;

// Clocks

/// <summary>A clock of the incident is about to run out.</summary>
/// <param name="Stage">The stage that the clock limits.</param>
/// <param name="UnitId">The unit, for a clock on an assignment; else null.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to now; negative, since the limit lies ahead.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was fired; never negative.</param>
public sealed record ClockWarning(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : IncidentEvent, IClockEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Warning;
}

/// <summary>A clock of the incident ran out: the stage was not reached within its limit.</summary>
/// <param name="Stage">The stage that the clock limits.</param>
/// <param name="UnitId">The unit, for a clock on an assignment; else null.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to when the stage was reached, or to now while it is not.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was fired; never negative.</param>
[EventForm(DistressForm.Number)]
public sealed record ClockOverdue(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : IncidentEvent, IClockEvent, IFormedEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Overdue;

    /// <inheritdoc/>
    short IFormedEvent.Form => DistressForm.Of(Stage);

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}

/// <summary>A stage that was said to be overdue was not: a late report, a correction or a change showed it.</summary>
/// <param name="Stage">The stage that the clock limits.</param>
/// <param name="UnitId">The unit, for a clock on an assignment; else null.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to when the stage was reached; negative before the limit.</param>
/// <param name="FiredLateMs">Milliseconds from when this could first be known to when it was written; never negative.</param>
[EventForm(DistressForm.Number)]
public sealed record ClockWithdrawn(ClockStage Stage, UnitId? UnitId, DateTimeOffset DueAt, long LateMs, long FiredLateMs)
    : IncidentEvent, IClockEvent, IFormedEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Withdrawal;

    /// <inheritdoc/>
    short IFormedEvent.Form => DistressForm.Of(Stage);

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}

// Escalation and supervision

/// <summary>An overdue clock that nobody took was brought to the next level.</summary>
/// <param name="Level">The level that was told.</param>
/// <param name="Stage">The stage that the clock limits.</param>
/// <param name="UnitId">The unit, for a clock on an assignment; else null.</param>
/// <param name="DueAt">The clock's limit as an instant, UTC.</param>
/// <param name="LateMs">Milliseconds from the limit to now.</param>
/// <param name="FiredLateMs">Milliseconds from when it should have been brought there to when it was; never negative.</param>
[EventForm(DistressForm.Number)]
public sealed record ClockEscalated(
    EscalationLevel Level,
    ClockStage Stage,
    UnitId? UnitId,
    DateTimeOffset DueAt,
    long LateMs,
    long FiredLateMs) : IncidentEvent, IClockEvent, IFormedEvent
{
    /// <inheritdoc/>
    ClockEventKind IClockEvent.Says => ClockEventKind.Escalation;

    /// <inheritdoc/>
    short IFormedEvent.Form => DistressForm.Of(Stage);

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}

/// <summary>Somebody took what was brought to a level: all overdue clocks that have reached it climb no further.</summary>
/// <param name="Level">The level that was taken.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who took it.</param>
public sealed record EscalationTaken(EscalationLevel Level, string By) : IncidentEvent;

/// <summary>A supervisor urged 催办: a stage is waited for.</summary>
/// <param name="Stage">The stage that is waited for.</param>
/// <param name="UnitId">The unit that is urged; null means everybody on the incident.</param>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
public sealed record Urged(
    ClockStage Stage,
    UnitId? UnitId,
    [property: Erasable(ErasureField.Notes)] string Reason) : IncidentEvent
{
    /// <summary>
    /// The subject (<c>sub</c>) of the token of who urged; null, and left out of the event's data, in events of before.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }
}

/// <summary>A supervisor took over the supervision 督办.</summary>
/// <param name="By">The subject (<c>sub</c>) of the supervisor's token.</param>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
public sealed record SupervisionTaken(string By, [property: Erasable(ErasureField.Notes)] string Reason) : IncidentEvent;
