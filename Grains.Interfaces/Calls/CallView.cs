using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>A call as the contract shows it. Stored with each append; the caller's number is filled in at the edge.</summary>
/// <param name="Id">The id.</param>
/// <param name="Status">The status.</param>
/// <param name="CallerNumber">Filled in at the edge.</param>
/// <param name="Line">The line it came in on.</param>
/// <param name="RingingAt">When it began to ring.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="EndedAt">When it was over.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Narrative">What is typed while the caller speaks.</param>
/// <param name="IncidentId">The incident that it is joined to.</param>
/// <param name="Disposition">What was made of it.</param>
/// <param name="Clocks">Its clocks.</param>
/// <param name="Version">How many events it has.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CallView")]
public sealed record CallView(
    [property: Id(0)] CallId Id,
    [property: Id(1)] CallStatus Status,
    [property: Id(2)] string? CallerNumber,
    [property: Id(3)] string? Line,
    [property: Id(4)] DateTimeOffset? RingingAt,
    [property: Id(5)] DateTimeOffset? AnsweredAt,
    [property: Id(6)] DateTimeOffset? EndedAt,
    [property: Id(7)] Location? Location,
    [property: Id(8)] string? Narrative,
    [property: Id(9)] IncidentId? IncidentId,
    [property: Id(10)] DispositionView? Disposition,
    [property: Id(11)] IReadOnlyList<ClockView> Clocks,
    [property: Id(12)] int Version);

// Its parts

/// <summary>A call's status. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CallStatus>))]
public enum CallStatus
{
    /// <summary>It rings.</summary>
    Ringing = 0,

    /// <summary>It was answered 接听.</summary>
    Answered = 1,

    /// <summary>It is over.</summary>
    Ended = 2,

    /// <summary>It was disposed of.</summary>
    Disposed = 3,
}

/// <summary>What was made of a call.</summary>
/// <param name="Kind">What.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Note">A note.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DispositionView")]
public sealed record DispositionView(
    [property: Id(0)] DispositionKind Kind,
    [property: Id(1)] IncidentId? IncidentId,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateTimeOffset At);

/// <summary>What was made of a call.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DispositionKind>))]
public enum DispositionKind
{
    /// <summary>An incident.</summary>
    Incident = 0,

    /// <summary>It is about an incident that is known.</summary>
    Duplicate = 1,

    /// <summary>A question.</summary>
    Inquiry = 2,

    /// <summary>A nuisance.</summary>
    Nuisance = 3,

    /// <summary>A false report.</summary>
    FalseReport = 4,

    /// <summary>The caller hung up before it was answered.</summary>
    Abandoned = 5,

    /// <summary>Another body's affair.</summary>
    Transferred = 6,

    /// <summary>A test.</summary>
    Test = 7,
}
