using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>An incident as the contract shows it. Stored with each append; personal data is filled in at the edge.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">What people say aloud: <c>YYMMDD-NNNN</c>.</param>
/// <param name="Status">The status.</param>
/// <param name="Category">The category (nature).</param>
/// <param name="Priority">1 (most urgent) to 4.</param>
/// <param name="Location">Where; null when not known yet.</param>
/// <param name="Narrative">What is going on.</param>
/// <param name="Station">The station that it belongs to.</param>
/// <param name="AreaClass">The class of the area, when known.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="UnattendedSince">Since when nobody sees to it, though somebody should.</param>
/// <param name="Exercise">A drill or a probe.</param>
/// <param name="Historic">Receipt lay more than <c>Tocsin:HistoricAfter</c> before its recording.</param>
/// <param name="CallCount">How many calls are joined to it.</param>
/// <param name="Calls">The first 20 of them.</param>
/// <param name="Assignments">In the order in which they were made.</param>
/// <param name="Feedback">In the order in which it was given.</param>
/// <param name="Links">In the order in which they were made.</param>
/// <param name="Clocks">In the order in which they started.</param>
/// <param name="Disposition">How it was closed.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Policy">The name of the timing policy that it keeps.</param>
/// <param name="Supervision">Who took over its supervision, the newest; null when nobody did.</param>
/// <param name="MessageCount">How many messages were sent on it.</param>
/// <param name="Unread">How many of the newest of them the centre has not read, of those that it did not write.</param>
/// <param name="PanicUnitId">The unit that it is about, when somebody of it is in distress.</param>
/// <param name="Located">How the place of that distress is known; null once somebody has put it right by hand.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentView")]
public sealed record IncidentView(
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] string Number,
    [property: Id(2)] IncidentStatus Status,
    [property: Id(3)] string Category,
    [property: Id(4)] int Priority,
    [property: Id(5)] Location? Location,
    [property: Id(6)] string? Narrative,
    [property: Id(7)] string? Station,
    [property: Id(8)] AreaClass? AreaClass,
    [property: Id(9)] DateTimeOffset ReceivedAt,
    [property: Id(10)] DateTimeOffset? ClosedAt,
    [property: Id(11)] DateTimeOffset? UnattendedSince,
    [property: Id(12)] bool Exercise,
    [property: Id(13)] bool Historic,
    [property: Id(14)] int CallCount,
    [property: Id(15)] IReadOnlyList<CallerView> Calls,
    [property: Id(16)] IReadOnlyList<AssignmentView> Assignments,
    [property: Id(17)] IReadOnlyList<FeedbackView> Feedback,
    [property: Id(18)] IReadOnlyList<LinkView> Links,
    [property: Id(19)] IReadOnlyList<ClockView> Clocks,
    [property: Id(20)] string? Disposition,
    [property: Id(21)] int Version,
    [property: Id(22)] string? Policy = null,
    [property: Id(23)] SupervisionView? Supervision = null,
    [property: Id(24)] int MessageCount = 0,
    [property: Id(25)] int Unread = 0,
    [property: Id(26)] UnitId? PanicUnitId = null,
    [property: Id(27)] LocatedView? Located = null);

// Its parts

/// <summary>An incident's status, as <c>api.md</c> derives it from what happened since it was made or last reopened. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IncidentStatus>))]
public enum IncidentStatus
{
    /// <summary>Nobody is on it.</summary>
    Received = 0,

    /// <summary>There is an active assignment.</summary>
    Assigned = 1,

    /// <summary>An active assignment is en route.</summary>
    EnRoute = 2,

    /// <summary>An assignment was on scene, also one that is over.</summary>
    OnScene = 3,

    /// <summary>Feedback was given.</summary>
    Reported = 4,

    /// <summary>Closed.</summary>
    Closed = 5,
}

/// <summary>One of the calls that were joined to an incident.</summary>
/// <param name="Id">The call.</param>
/// <param name="CallerNumber">Filled in at the edge, for roles that may see it.</param>
/// <param name="AnsweredAt">When it was answered.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CallerView")]
public sealed record CallerView(
    [property: Id(0)] CallId Id,
    [property: Id(1)] string? CallerNumber,
    [property: Id(2)] DateTimeOffset? AnsweredAt);

/// <summary>What a unit reported.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Outcome">1 to 100 characters.</param>
/// <param name="Narrative">At most 4,000 characters.</param>
/// <param name="Results">What came of it: a word and a number each.</param>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer, Immutable, Alias("tocsin.FeedbackView")]
public sealed record FeedbackView(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] string Outcome,
    [property: Id(2)] string? Narrative,
    [property: Id(3)] IReadOnlyDictionary<string, double> Results,
    [property: Id(4)] DateTimeOffset OccurredAt);

/// <summary>A link to another incident.</summary>
/// <param name="IncidentId">The other one.</param>
/// <param name="Relation">How this one relates to it.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LinkView")]
public sealed record LinkView(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] LinkRelation Relation);

/// <summary>How one incident relates to another.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LinkRelation>))]
public enum LinkRelation
{
    /// <summary>This one is a duplicate of the other.</summary>
    DuplicateOf = 0,

    /// <summary>They have to do with each other.</summary>
    RelatedTo = 1,

    /// <summary>The other one is a duplicate of this one: the far side of <see cref="DuplicateOf"/>, never given by a caller.</summary>
    HasDuplicate = 2,
}

/// <summary>How the place of an incident about an officer in distress is known.</summary>
/// <param name="From">Where from.</param>
/// <param name="At">When the officer was seen there; null for a home.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LocatedView")]
public sealed record LocatedView([property: Id(0)] LocatedFrom From, [property: Id(1)] DateTimeOffset? At);

/// <summary>How it is known where an officer in distress is: surest first.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LocatedFrom>))]
public enum LocatedFrom
{
    /// <summary>The device said so when it was pressed.</summary>
    Device = 0,

    /// <summary>The unit's newest known position.</summary>
    Position = 1,

    /// <summary>Where the unit stands when it has no position: perhaps far from where it is.</summary>
    Home = 2,
}
