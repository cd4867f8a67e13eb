using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Incidents;

// The way of an assignment

/// <summary>A unit was assigned 指派; the twin on the unit is <c>Assigned</c>.</summary>
/// <param name="UnitId">The unit that was assigned.</param>
/// <param name="DivertedFrom">The incident that it was diverted from; null for a plain assignment.</param>
/// <param name="Station">The station of the unit at that time, or null.</param>
public sealed record UnitAssigned(
    UnitId UnitId,
    IncidentId? DivertedFrom,
    string? Station) : IncidentEvent;

/// <summary>The unit signed for the assignment 签收.</summary>
/// <param name="UnitId">The unit that signed for it.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="Late">Whether the time was filled in afterwards; the stage stayed as it was.</param>
public sealed record UnitAcknowledged(
    UnitId UnitId,
    string? Note,
    bool Late) : IncidentEvent;

/// <summary>The unit is on its way 出动.</summary>
/// <param name="UnitId">The unit that is on its way.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="Late">Whether the time was filled in afterwards; the stage stayed as it was.</param>
public sealed record UnitEnRoute(
    UnitId UnitId,
    string? Note,
    bool Late) : IncidentEvent;

/// <summary>The unit arrived on scene 到场.</summary>
/// <param name="UnitId">The unit that arrived.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="Late">Whether the time was filled in afterwards; the stage stayed as it was.</param>
public sealed record UnitOnScene(
    UnitId UnitId,
    string? Note,
    bool Late) : IncidentEvent;

// Its end

/// <summary>The unit's assignment is over, in any way but the following three.</summary>
/// <param name="UnitId">The unit that is clear.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="Cause">Whether it was reported, or follows from the closure.</param>
public sealed record UnitCleared(
    UnitId UnitId,
    string? Note,
    ClearCause Cause) : IncidentEvent;

/// <summary>Why an assignment ended <c>cleared</c>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClearCause>))]
public enum ClearCause
{
    /// <summary>The end was reported for the unit.</summary>
    Report = 0,

    /// <summary>The incident was closed while the unit was on it.</summary>
    Closure = 1,
}

/// <summary>The unit refused the assignment before it moved off.</summary>
/// <param name="UnitId">The unit that refused.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
public sealed record UnitDeclined(
    UnitId UnitId,
    string? Note) : IncidentEvent;

/// <summary>The centre recalled the unit before its arrival.</summary>
/// <param name="UnitId">The unit that was recalled.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
public sealed record UnitCancelled(
    UnitId UnitId,
    string? Note) : IncidentEvent;

/// <summary>The unit was taken off to another incident.</summary>
/// <param name="UnitId">The unit that was diverted.</param>
/// <param name="ToIncidentId">The incident that it went to.</param>
/// <param name="Reason">The reason, at most 500 characters, or null.</param>
public sealed record UnitDiverted(
    UnitId UnitId,
    IncidentId ToIncidentId,
    string? Reason) : IncidentEvent;

// Corrections and feedback

/// <summary>A time of an assignment was corrected; the old one stays here.</summary>
/// <param name="UnitId">The unit whose assignment it is.</param>
/// <param name="Stage">The time that was corrected.</param>
/// <param name="From">The time before, UTC, whole milliseconds.</param>
/// <param name="To">The time that holds now, UTC, whole milliseconds; null when the press was taken back.</param>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
public sealed record StageCorrected(
    UnitId UnitId,
    CorrectableStage Stage,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string Reason) : IncidentEvent, INotedEvent
{
    /// <inheritdoc/>
    bool INotedEvent.ReckonsBack => true;
}

/// <summary>A unit reported what it found and did 反馈.</summary>
/// <param name="UnitId">The unit that reported.</param>
/// <param name="Outcome">The outcome, 1 to 100 characters.</param>
/// <param name="Narrative">More about it, at most 4,000 characters, or null.</param>
/// <param name="Results">What came of it, a number to each word; at most 50 words.</param>
public sealed record FeedbackGiven(
    UnitId UnitId,
    string Outcome,
    string? Narrative,
    IReadOnlyDictionary<string, double> Results) : IncidentEvent;
