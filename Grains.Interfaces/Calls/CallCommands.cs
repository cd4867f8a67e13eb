using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Evidence;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>The commands to a call; <see cref="ICallGrain"/> carries them out.</summary>
/// <remarks>Every one but <see cref="ReceiveCall"/> is refused with <c>notFound</c> when there is no such call.</remarks>
[GenerateSerializer, Immutable, Alias("tocsin.CallCommand")]
public abstract record CallCommand;

// From ringing to the end

/// <summary>A call came in. Without <c>AnsweredAt</c> it rings; without either time it rings since now.</summary>
/// <remarks>Refused with <c>occurredAtInFuture</c> when a time lies more than 5 s ahead.</remarks>
/// <param name="CallerNumber">The caller's number, at most 32 characters, or null; personal.</param>
/// <param name="Line">The line it came in on, 1 to 100 characters, or null.</param>
/// <param name="RingingAt">When it began to ring, UTC, not before 2000-01-01; null when not known.</param>
/// <param name="AnsweredAt">When it was answered, UTC, not before 2000-01-01; null while it rings.</param>
/// <param name="Location">Where the caller is, as far as that is known, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReceiveCall")]
public sealed record ReceiveCall(
    [property: Id(0)] string? CallerNumber,
    [property: Id(1)] string? Line,
    [property: Id(2)] DateTimeOffset? RingingAt,
    [property: Id(3)] DateTimeOffset? AnsweredAt,
    [property: Id(4)] Location? Location) : CallCommand
{
    /// <summary>
    /// The seat at which it rings or was answered, 1 to 100 characters; null, the default: not known. A silo that does not know seats
    /// takes the call without it: no call is refused for its seat.
    /// </summary>
    [Id(5)]
    public string? Seat { get; init; }
}

/// <summary>The call was answered 接听; the first time stands.</summary>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.AnswerCall")]
public sealed record AnswerCall([property: Id(0)] DateTimeOffset? OccurredAt) : CallCommand
{
    /// <summary>
    /// The seat at which it was answered, 1 to 100 characters; null, the default: that at which it rang. As in <see
    /// cref="ReceiveCall.Seat"/>.
    /// </summary>
    [Id(1)]
    public string? Seat { get; init; }
}

/// <summary>Hands the call on to somebody else: <c>answeredBy</c> and <c>seat</c> say who has it now. The newest holds.</summary>
/// <remarks>
/// Refused with <c>wrongStage</c> while nobody has answered, and once the call has ended, unless it was handed on before that.
/// </remarks>
/// <param name="ToSubject">The subject (<c>sub</c>) of the token of who has it now, 1 to 100 characters, not blank.</param>
/// <param name="ToSeat">The seat at which it is now, 1 to 100 characters, not blank; null: not known.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.HandCall")]
public sealed record HandCall(
    [property: Id(0)] string ToSubject,
    [property: Id(1)] string? ToSeat,
    [property: Id(2)] DateTimeOffset? OccurredAt) : CallCommand;

/// <summary>Changes fields, each by itself, while the caller speaks; a field that is not set stays as it is.</summary>
/// <param name="CallerNumber">The caller's number, at most 32 characters; personal. Null removes it.</param>
/// <param name="Location">Where the caller is; null when not known.</param>
/// <param name="Narrative">What the caller tells, at most 4,000 characters; null removes it.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeCall")]
public sealed record ChangeCall(
    [property: Id(0)] Optional<string?> CallerNumber,
    [property: Id(1)] Optional<Location?> Location,
    [property: Id(2)] Optional<string?> Narrative) : CallCommand;

/// <summary>The call is over; the first time stands.</summary>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.EndCall")]
public sealed record EndCall([property: Id(0)] DateTimeOffset? OccurredAt) : CallCommand;

/// <summary>
/// The system's own: the number of a call that ended before it was answered was answered on another call, so nobody need call back.
/// Nothing happens where no call back is due, or the other call does not show it; so several silos may say so at once.
/// </summary>
/// <param name="By">The other call.</param>
[GenerateSerializer, Immutable, Alias("tocsin.NoteCallBack")]
public sealed record NoteCallBack([property: Id(0)] CallId By) : CallCommand;

// Disposition

/// <summary>
/// Says what became of a call. It may be given again: the newest holds, and a call joined elsewhere leaves its first incident.
/// </summary>
/// <remarks>
/// Refused with <c>invalid</c> when the incident that is needed is missing, with <c>unknownReference</c> when there is no such incident,
/// and with <c>incidentClosed</c> when a call would be newly joined to a closed one.
/// </remarks>
/// <param name="Kind">What became of the call.</param>
/// <param name="IncidentId">The incident: needed for Incident and Duplicate, which join the call to it; the others may name one.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DisposeCall")]
public sealed record DisposeCall(
    [property: Id(0)] DispositionKind Kind,
    [property: Id(1)] IncidentId? IncidentId,
    [property: Id(2)] string? Note) : CallCommand;

// Evidence

/// <summary>Adds a piece of evidence to the call; see <see cref="IAddEvidence"/>.</summary>
/// <param name="Item">The piece that is added.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.AddCallEvidence")]
public sealed record AddCallEvidence([property: Id(0)] EvidenceItem Item, [property: Id(1)] DateTimeOffset? OccurredAt)
    : CallCommand, IAddEvidence;

/// <summary>Compares a piece of evidence of the call with what was written down of it; see <see cref="IVerifyEvidence"/>.</summary>
/// <param name="N">The number of the piece.</param>
/// <param name="Sha256">The digest of the content that is there now, 64 hexadecimal digits in lower case.</param>
/// <param name="OccurredAt">As in <see cref="AddCallEvidence"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.VerifyCallEvidence")]
public sealed record VerifyCallEvidence(
    [property: Id(0)] int N, [property: Id(1)] string Sha256, [property: Id(2)] DateTimeOffset? OccurredAt)
    : CallCommand, IVerifyEvidence;

// Erasure

/// <summary>Asks that fields of the call be erased; nothing is erased before somebody else approves it. The newest holds.</summary>
/// <remarks>Refused with <c>wrongStage</c> while the call is not disposed of.</remarks>
/// <param name="Fields">What is to be erased, 1 or more.</param>
/// <param name="Reason">Why, 1 to 500 characters, not blank. It stays, so it must not repeat what is erased.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AskCallErasure")]
public sealed record AskCallErasure(
    [property: Id(0)] IReadOnlyList<ErasureField> Fields, [property: Id(1)] string Reason) : CallCommand;

/// <summary>Approves the erasure that was asked for, and does it. It cannot be undone.</summary>
/// <remarks>
/// Refused with <c>wrongStage</c> where none waits, or the call is not disposed of, and with <c>forbidden</c> to who asked for it.
/// </remarks>
[GenerateSerializer, Immutable, Alias("tocsin.ApproveCallErasure")]
public sealed record ApproveCallErasure : CallCommand;

/// <summary>
/// The system's own: fields of a call that is older than the centre keeps them are erased. Nothing happens where it is not.
/// </summary>
/// <param name="Fields">What is to be erased.</param>
/// <param name="OverBefore">It must have been over before this, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.EraseCallByAge")]
public sealed record EraseCallByAge(
    [property: Id(0)] IReadOnlyList<ErasureField> Fields, [property: Id(1)] DateTimeOffset OverBefore) : CallCommand;
