using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Quality;

namespace Tocsin.Calls;

/// <summary>
/// A call as the contract shows it. Stored with each append; the caller's number is filled in at the edge. All times are UTC, whole
/// milliseconds.
/// </summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="Status">The status, derived from what happened.</param>
/// <param name="CallerNumber">
/// The caller's number, at most 32 characters; filled in at the edge for roles that may see it, else null.
/// </param>
/// <param name="Line">The line it came in on, 1 to 100 characters, or null.</param>
/// <param name="RingingAt">When it began to ring; null when it was recorded after the fact.</param>
/// <param name="AnsweredAt">When it was answered; null when it was not.</param>
/// <param name="EndedAt">When it was over; null while it is not.</param>
/// <param name="Location">Where the caller is, or null.</param>
/// <param name="Narrative">What the caller tells, at most 4,000 characters, or null.</param>
/// <param name="IncidentId">The incident that it is joined to, or null.</param>
/// <param name="Disposition">What became of it; null until that was said.</param>
/// <param name="Clocks">The clock on answering; empty without a timing policy that has one.</param>
/// <param name="Version">The number of events of the call, 1 or more.</param>
/// <param name="Talking">Whether somebody is on the line: it was answered, and has not ended, whatever was made of it.</param>
/// <param name="AnsweredBy">
/// The subject (<c>sub</c>) of the token of who answered it, or has it since it was handed on; null while nobody has, and where that is not
/// known.
/// </param>
/// <param name="CallBackDue">
/// Whether the caller is to be called back: it ended before it was answered, was not disposed of, and its number was not answered since.
/// </param>
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
    [property: Id(12)] int Version,
    [property: Id(13)] bool Talking = false,
    [property: Id(14)] string? AnsweredBy = null,
    [property: Id(15)] bool CallBackDue = false)
{
    /// <summary>Whether something of it was erased; left out where nothing was.</summary>
    [Id(16), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Erased { get; init; }

    /// <summary>How far its newest erasure has come; null, and left out, where none was asked for.</summary>
    [Id(17), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ErasureView? Erasure { get; init; }

    /// <summary>The seat at which it rings, was answered, or is since it was handed on; null, the default: not known.</summary>
    [Id(100)]
    public string? Seat { get; init; }

    /// <summary>The number of its pieces of evidence.</summary>
    [Id(120)]
    public int EvidenceCount { get; init; }

    /// <summary>The reviews of its record, in the order in which they were made.</summary>
    [Id(200)]
    public IReadOnlyList<ReviewView> Reviews { get => field ?? []; init; } = [];
}

// Its parts

/// <summary>A call's status: the highest that holds. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CallStatus>))]
public enum CallStatus
{
    /// <summary>The call rings and nobody has answered.</summary>
    Ringing = 0,

    /// <summary>The call was answered 接听.</summary>
    Answered = 1,

    /// <summary>The call is over.</summary>
    Ended = 2,

    /// <summary>It was said what became of the call.</summary>
    Disposed = 3,
}

/// <summary>What became of a call: the newest that was said.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="IncidentId">The incident that was named, or null.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="At">When it was said, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DispositionView")]
public sealed record DispositionView(
    [property: Id(0)] DispositionKind Kind,
    [property: Id(1)] IncidentId? IncidentId,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateTimeOffset At);

/// <summary>What became of a call.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DispositionKind>))]
public enum DispositionKind
{
    /// <summary>It became an incident, and is joined to it.</summary>
    Incident = 0,

    /// <summary>It is about an incident that is known, and is joined to it.</summary>
    Duplicate = 1,

    /// <summary>The caller asked a question.</summary>
    Inquiry = 2,

    /// <summary>It was a nuisance call.</summary>
    Nuisance = 3,

    /// <summary>It was a false report.</summary>
    FalseReport = 4,

    /// <summary>The caller hung up before it was answered.</summary>
    Abandoned = 5,

    /// <summary>It was another body's affair and was passed on.</summary>
    Transferred = 6,

    /// <summary>It was a test of the line.</summary>
    Test = 7,
}
