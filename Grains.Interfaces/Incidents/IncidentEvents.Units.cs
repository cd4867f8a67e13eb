using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Incidents;

// The way of an assignment

/// <summary>A unit was assigned.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="DivertedFrom">The incident that it was diverted from.</param>
/// <param name="Station">The unit's station then.</param>
public sealed record UnitAssigned(
    UnitId UnitId,
    IncidentId? DivertedFrom,
    string? Station) : IncidentEvent;

/// <summary>The unit signed for it 签收.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
/// <param name="Late">Filled in afterwards: the stage stayed.</param>
public sealed record UnitAcknowledged(
    UnitId UnitId,
    string? Note,
    bool Late) : IncidentEvent;

/// <summary>The unit is on its way 出动.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
/// <param name="Late">Filled in afterwards: the stage stayed.</param>
public sealed record UnitEnRoute(
    UnitId UnitId,
    string? Note,
    bool Late) : IncidentEvent;

/// <summary>The unit arrived 到场.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
/// <param name="Late">Filled in afterwards: the stage stayed.</param>
public sealed record UnitOnScene(
    UnitId UnitId,
    string? Note,
    bool Late) : IncidentEvent;

// Its end

/// <summary>The assignment is over.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
/// <param name="Cause">A report, or the closure.</param>
public sealed record UnitCleared(
    UnitId UnitId,
    string? Note,
    ClearCause Cause) : IncidentEvent;

/// <summary>Why an assignment ended cleared.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClearCause>))]
public enum ClearCause
{
    /// <summary>It was reported.</summary>
    Report = 0,

    /// <summary>The incident was closed.</summary>
    Closure = 1,
}

/// <summary>The unit refused before it moved off.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
public sealed record UnitDeclined(
    UnitId UnitId,
    string? Note) : IncidentEvent;

/// <summary>The centre recalled it before arrival.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Note">A note.</param>
public sealed record UnitCancelled(
    UnitId UnitId,
    string? Note) : IncidentEvent;

/// <summary>The unit was taken off to another incident.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="ToIncidentId">The other one.</param>
/// <param name="Reason">Why.</param>
public sealed record UnitDiverted(
    UnitId UnitId,
    IncidentId ToIncidentId,
    string? Reason) : IncidentEvent;

// Corrections and feedback

/// <summary>A time was put right.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Stage">Which.</param>
/// <param name="From">What it was.</param>
/// <param name="To">What it is; null: the press was taken away.</param>
/// <param name="Reason">Why.</param>
public sealed record StageCorrected(
    UnitId UnitId,
    CorrectableStage Stage,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string Reason) : IncidentEvent;

/// <summary>A unit reported what it found and did 反馈.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Narrative">More.</param>
/// <param name="Results">What came of it.</param>
public sealed record FeedbackGiven(
    UnitId UnitId,
    string Outcome,
    string? Narrative,
    IReadOnlyDictionary<string, double> Results) : IncidentEvent;
