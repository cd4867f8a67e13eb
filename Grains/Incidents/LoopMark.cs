namespace Tocsin.Incidents;

/// <summary>A step of the loop that was taken.</summary>
/// <param name="By">Who took it; null where an earlier version recorded it.</param>
/// <param name="At">When it was taken.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LoopMark")]
public sealed record LoopMark([property: Id(0)] string? By, [property: Id(1)] DateTimeOffset At);
