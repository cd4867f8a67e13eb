using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>What can be asked of a call.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.CallCommand")]
public abstract record CallCommand;

// From ringing to the end

/// <summary>A call came in; without <c>answeredAt</c> it rings.</summary>
/// <param name="CallerNumber">At most 32 characters; personal.</param>
/// <param name="Line">At most 100 characters.</param>
/// <param name="RingingAt">When it began to ring.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="Location">Where the caller is.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReceiveCall")]
public sealed record ReceiveCall(
    [property: Id(0)] string? CallerNumber,
    [property: Id(1)] string? Line,
    [property: Id(2)] DateTimeOffset? RingingAt,
    [property: Id(3)] DateTimeOffset? AnsweredAt,
    [property: Id(4)] Location? Location) : CallCommand;

/// <summary>It was answered 接听.</summary>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AnswerCall")]
public sealed record AnswerCall([property: Id(0)] DateTimeOffset? OccurredAt) : CallCommand;

/// <summary>Changes fields, each by itself.</summary>
/// <param name="CallerNumber">At most 32 characters; personal.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Narrative">At most 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeCall")]
public sealed record ChangeCall(
    [property: Id(0)] Optional<string?> CallerNumber,
    [property: Id(1)] Optional<Location?> Location,
    [property: Id(2)] Optional<string?> Narrative) : CallCommand;

/// <summary>It is over.</summary>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.EndCall")]
public sealed record EndCall([property: Id(0)] DateTimeOffset? OccurredAt) : CallCommand;

// Disposition

/// <summary>Disposes of it. It may be given again: the newest holds.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IncidentId">Needed for Incident and Duplicate, which join it; the others may name one.</param>
/// <param name="Note">At most 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DisposeCall")]
public sealed record DisposeCall(
    [property: Id(0)] DispositionKind Kind,
    [property: Id(1)] IncidentId? IncidentId,
    [property: Id(2)] string? Note) : CallCommand;
