using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Incidents;

// Sending units

/// <summary>Assigns units 指派: every one or none, or those that are free.</summary>
/// <remarks>
/// Refused with <c>unitBusy</c>, which names the units, when not all (or, for <see cref="AssignMode.Any"/>, none) can be taken; with
/// <c>unknownReference</c> for a unit that is not registered; with <c>incidentClosed</c>.
/// </remarks>
/// <param name="UnitIds">The ids of the units, 1 to 50, each once.</param>
/// <param name="Mode">What to do when not all are free. The default is <see cref="AssignMode.All"/>.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.AssignUnits")]
public sealed record AssignUnits(
    [property: Id(0)] IReadOnlyList<UnitId> UnitIds,
    [property: Id(1)] AssignMode Mode,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>What to do when not all of the units are free.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AssignMode>))]
public enum AssignMode
{
    /// <summary>Every unit is assigned, or none is; the default.</summary>
    All = 0,

    /// <summary>Those units are assigned that are free.</summary>
    Any = 1,
}

/// <summary>
/// Assigns the units of a response plan 指派. Where somebody else was faster, the next best unit that is free takes the place at once.
/// Decided behind the gates of all units that it takes, and written in one append.
/// </summary>
/// <remarks>
/// Refused with <c>unitBusy</c> when no place could be filled, with <c>incidentClosed</c>, and with <c>Refusal</c> when there was no plan.
/// </remarks>
/// <param name="Places">The places to fill: a unit each, and who goes instead.</param>
/// <param name="Missing">The needs that the plan could not fill.</param>
/// <param name="Refusal">
/// Why there is no plan; null when there is one. It travels with the command so that a repeat of what was done is answered first.
/// </param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.CommitPlan")]
public sealed record CommitPlan(
    [property: Id(0)] IReadOnlyList<PlanPlace> Places,
    [property: Id(1)] IReadOnlyList<PlanShortfall> Missing,
    [property: Id(2)] Refusal? Refusal,
    [property: Id(3)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>One place of a response plan: a unit, and who goes instead.</summary>
/// <param name="UnitId">The unit that is to go.</param>
/// <param name="Need">The name of the need that it fills, as the run card calls it; empty for a unit that the plan did not name.</param>
/// <param name="Instead">The units that may go in its place, the best first; at most 5.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PlanPlace")]
public sealed record PlanPlace(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] string Need,
    [property: Id(2)] IReadOnlyList<UnitId> Instead);

/// <summary>A need of a response plan that is not filled.</summary>
/// <param name="Need">The name of the need, as the run card calls it.</param>
/// <param name="Count">The number of units that are missing, 1 or more.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PlanShortfall")]
public sealed record PlanShortfall([property: Id(0)] string Need, [property: Id(1)] int Count);

/// <summary>
/// Takes a unit, at any stage, off this incident and onto another open one, in one append. Priorities are not compared: who diverts answers
/// for it.
/// </summary>
/// <remarks>
/// Refused with <c>incidentClosed</c> when either is closed, with <c>wrongStage</c> when the unit is no longer on this one, with
/// <c>unknownReference</c> when it never was or there is no such incident, and with <c>invalid</c> for a diversion to the same incident.
/// </remarks>
/// <param name="UnitId">The unit, which has an active assignment here.</param>
/// <param name="ToIncidentId">The id of the incident that it goes to.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
/// <param name="Reason">The reason, at most 500 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DivertUnit")]
public sealed record DivertUnit(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] IncidentId ToIncidentId,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string? Reason) : IncidentCommand;

// Stages of an assignment

/// <summary>
/// Reports a stage of an assignment. A stage that was skipped is filled in later (<c>late</c>); the same stage again changes nothing.
/// </summary>
/// <remarks>
/// Refused with <c>notFound</c> when the unit was never assigned here, and with <c>wrongStage</c>, which says what the stage is, when it
/// cannot be reported now.
/// </remarks>
/// <param name="UnitId">
/// The unit; its active assignment here is meant, else its latest, unless <paramref name="OccurredAt"/> lies before it: then the newest one
/// that was made at or before that time. <see cref="ForAssignment"/> names another.
/// </param>
/// <param name="Stage">The stage: Acknowledged, EnRoute, OnScene, Cleared, Declined or Cancelled.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReportProgress")]
public sealed record ReportProgress(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] AssignmentStage Stage,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string? Note) : IncidentCommand;

/// <summary>
/// Puts a wrong time right, or takes a wrong press back. An active assignment goes back to the furthest stage that is left; the old time
/// stays in the trail.
/// </summary>
/// <remarks>
/// Refused with <c>wrongStage</c> when there is no such time yet, with <c>unknownReference</c> when the unit was never assigned here, and
/// with <c>invalid</c> when <c>assigned</c> or <c>cleared</c> would be taken back.
/// </remarks>
/// <param name="UnitId">
/// The unit; its active assignment here is meant, else its latest. <see cref="ForAssignment"/> names another.
/// </param>
/// <param name="Stage">The time that is corrected.</param>
/// <param name="OccurredAt">
/// The right time, UTC, cut to whole milliseconds, at most 5 s ahead (<c>occurredAtInFuture</c>); null takes the press back.
/// </param>
/// <param name="Reason">The reason, 1 to 500 characters, not blank.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CorrectStage")]
public sealed record CorrectStage(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] CorrectableStage Stage,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string Reason) : IncidentCommand;

/// <summary>A time of an assignment that a correction can change.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CorrectableStage>))]
public enum CorrectableStage
{
    /// <summary>The time <c>assignedAt</c>; it cannot be taken back.</summary>
    Assigned = 0,

    /// <summary>The time <c>acknowledgedAt</c>.</summary>
    Acknowledged = 1,

    /// <summary>The time <c>enRouteAt</c>.</summary>
    EnRoute = 2,

    /// <summary>The time <c>onSceneAt</c>.</summary>
    OnScene = 3,

    /// <summary>The time <c>feedbackAt</c>.</summary>
    Feedback = 4,

    /// <summary>The time <c>clearedAt</c>; it cannot be taken back.</summary>
    Cleared = 5,
}

/// <summary>
/// Names the assignment that a report, feedback or a correction is for: it goes to that one, also when it is over or was made later than
/// the reported time.
/// </summary>
/// <remarks>
/// Refused as the command itself is, and with <c>unknownReference</c> when the incident has no assignment with that number, or it is
/// another unit's. A command of its own: a process that does not know it must not do the other one without the number.
/// </remarks>
/// <param name="Number">The number of the assignment within the incident, 1 or more.</param>
/// <param name="Command">A <see cref="ReportProgress"/>, a <see cref="GiveFeedback"/> or a <see cref="CorrectStage"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ForAssignment")]
public sealed record ForAssignment([property: Id(0)] int Number, [property: Id(1)] IncidentCommand Command) : IncidentCommand;

// Feedback

/// <summary>Reports what a unit found and did 反馈: at any time after it was assigned, also before arrival, and more than once.</summary>
/// <remarks>
/// Refused with <c>unknownReference</c> when the unit was never assigned here, or the centre does not list a word of the results. Allowed
/// on a closed incident.
/// </remarks>
/// <param name="UnitId">
/// The unit that reports, or that is reported on; the assignment is chosen as for <see cref="ReportProgress"/>.
/// </param>
/// <param name="Outcome">The outcome, in the centre's own words: 1 to 100 characters, not blank.</param>
/// <param name="Narrative">More about it, at most 4,000 characters, or null.</param>
/// <param name="Results">
/// What came of it, a finite number to each word (<c>arrests</c>, <c>rescued</c>); at most 50 words of 1 to 100 characters. The default is
/// none.
/// </param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.GiveFeedback")]
public sealed record GiveFeedback(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] string Outcome,
    [property: Id(2)] string? Narrative,
    [property: Id(3)] IReadOnlyDictionary<string, double> Results,
    [property: Id(4)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>
/// Reports what became of an incident without any unit: a station for itself, the centre for itself (it was settled by telephone). Then
/// somebody has attended to it.
/// </summary>
/// <remarks>
/// Refused with <c>unknownReference</c> when the centre does not list a word of the results. Allowed on a closed incident.
/// </remarks>
/// <param name="Outcome">The outcome, in the centre's own words: 1 to 100 characters, not blank.</param>
/// <param name="Narrative">More about it, at most 4,000 characters, or null.</param>
/// <param name="Results">As in <see cref="GiveFeedback"/>.</param>
/// <param name="OccurredAt">
/// When it happened; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead (<c>occurredAtInFuture</c>). Null, the
/// default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.GiveOwnFeedback")]
public sealed record GiveOwnFeedback(
    [property: Id(0)] string Outcome,
    [property: Id(1)] string? Narrative,
    [property: Id(2)] IReadOnlyDictionary<string, double> Results,
    [property: Id(3)] DateTimeOffset? OccurredAt) : IncidentCommand;
