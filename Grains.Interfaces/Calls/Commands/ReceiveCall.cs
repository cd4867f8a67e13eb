using Tocsin.Places;

namespace Tocsin.Calls;

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
