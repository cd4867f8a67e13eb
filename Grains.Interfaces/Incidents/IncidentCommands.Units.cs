using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Incidents;

// Sending units

/// <summary>Assigns units 指派.</summary>
/// <param name="UnitIds">1 to 50, each once.</param>
/// <param name="Mode">All or none, or those that are free.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AssignUnits")]
public sealed record AssignUnits(
    [property: Id(0)] IReadOnlyList<UnitId> UnitIds,
    [property: Id(1)] AssignMode Mode,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>What to do when not all of the units are free.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AssignMode>))]
public enum AssignMode
{
    /// <summary>Every unit or none.</summary>
    All = 0,

    /// <summary>Those that are free.</summary>
    Any = 1,
}

/// <summary>
/// Assigns the units of a response plan 指派: each place to its unit or, where somebody else was faster, at once to the next best that is free. Decided behind
/// the gates of all units that it takes, and written in one append.
/// </summary>
/// <param name="Places">Who is to go, and who instead.</param>
/// <param name="Missing">What the plan could not fill.</param>
/// <param name="Refusal">Why there is no plan; null when there is one. It travels with the command so that a repeat of what was done is answered first.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CommitPlan")]
public sealed record CommitPlan(
    [property: Id(0)] IReadOnlyList<PlanPlace> Places,
    [property: Id(1)] IReadOnlyList<PlanShortfall> Missing,
    [property: Id(2)] Refusal? Refusal,
    [property: Id(3)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>A place of a response plan.</summary>
/// <param name="UnitId">Who is to go.</param>
/// <param name="Need">The need that it fills; empty for a unit that the plan did not name.</param>
/// <param name="Instead">Who goes when it cannot, the best first; a few.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PlanPlace")]
public sealed record PlanPlace(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] string Need,
    [property: Id(2)] IReadOnlyList<UnitId> Instead);

/// <summary>What a response plan lacks.</summary>
/// <param name="Need">The need.</param>
/// <param name="Count">How many units are missing.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PlanShortfall")]
public sealed record PlanShortfall([property: Id(0)] string Need, [property: Id(1)] int Count);

/// <summary>Takes a unit off this incident and onto another open one, in one append.</summary>
/// <param name="UnitId">Has an active assignment here.</param>
/// <param name="ToIncidentId">The other one.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
/// <param name="Reason">At most 500 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DivertUnit")]
public sealed record DivertUnit(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] IncidentId ToIncidentId,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string? Reason) : IncidentCommand;

// Stages of an assignment

/// <summary>Reports a stage of an assignment.</summary>
/// <param name="UnitId">Its active assignment here, else its latest.</param>
/// <param name="Stage">Acknowledged, EnRoute, OnScene, Cleared, Declined or Cancelled.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
/// <param name="Note">At most 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReportProgress")]
public sealed record ReportProgress(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] AssignmentStage Stage,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string? Note) : IncidentCommand;

/// <summary>Puts a wrong time right, or takes a wrong press away.</summary>
/// <param name="UnitId">Its active assignment here, else its latest.</param>
/// <param name="Stage">Which time.</param>
/// <param name="OccurredAt">The right time; null takes the press away.</param>
/// <param name="Reason">1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CorrectStage")]
public sealed record CorrectStage(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] CorrectableStage Stage,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string Reason) : IncidentCommand;

/// <summary>A time of an assignment that a correction may put right.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CorrectableStage>))]
public enum CorrectableStage
{
    /// <summary>assignedAt</summary>
    Assigned = 0,

    /// <summary>acknowledgedAt</summary>
    Acknowledged = 1,

    /// <summary>enRouteAt</summary>
    EnRoute = 2,

    /// <summary>onSceneAt</summary>
    OnScene = 3,

    /// <summary>feedbackAt</summary>
    Feedback = 4,

    /// <summary>clearedAt</summary>
    Cleared = 5,
}

// Feedback

/// <summary>Reports what a unit found and did 反馈: any time after it was assigned, and more than once.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Outcome">1 to 100 characters.</param>
/// <param name="Narrative">At most 4,000 characters.</param>
/// <param name="Results">What came of it.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GiveFeedback")]
public sealed record GiveFeedback(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] string Outcome,
    [property: Id(2)] string? Narrative,
    [property: Id(3)] IReadOnlyDictionary<string, double> Results,
    [property: Id(4)] DateTimeOffset? OccurredAt) : IncidentCommand;
