namespace Tocsin.Calls;

/// <summary>It is over.</summary>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.EndCall")]
public sealed record EndCall([property: Id(0)] DateTimeOffset? OccurredAt) : CallCommand;
