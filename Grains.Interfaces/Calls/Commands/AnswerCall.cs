namespace Tocsin.Calls;

/// <summary>It was answered 接听.</summary>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AnswerCall")]
public sealed record AnswerCall([property: Id(0)] DateTimeOffset? OccurredAt) : CallCommand;
