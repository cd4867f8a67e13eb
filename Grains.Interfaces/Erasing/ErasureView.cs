namespace Tocsin.Erasing;

/// <summary>How far the newest erasure of a call or incident has come.</summary>
/// <param name="Status">Whether it waits for its approval or was done.</param>
/// <param name="Fields">What is erased.</param>
/// <param name="Reason">Why, 1 to 500 characters. It stays, so it must not repeat what is erased.</param>
/// <param name="AskedBy">The subject (<c>sub</c>) of who asked for it; null where its age did.</param>
/// <param name="AskedAt">When that was, UTC.</param>
/// <param name="ApprovedBy">The subject of who approved it; null while nobody has, and where its age was the reason.</param>
/// <param name="ErasedAt">When it was done, UTC; null while it waits.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ErasureView")]
public sealed record ErasureView(
    [property: Id(0)] ErasureStatus Status,
    [property: Id(1)] IReadOnlyList<ErasureField> Fields,
    [property: Id(2)] string Reason,
    [property: Id(3)] string? AskedBy,
    [property: Id(4)] DateTimeOffset AskedAt,
    [property: Id(5)] string? ApprovedBy,
    [property: Id(6)] DateTimeOffset? ErasedAt)
{
    /// <summary>Everything that was erased of the thing so far, also by earlier erasures.</summary>
    [Id(7)]
    public IReadOnlyList<ErasureField> Gone { get => field ?? []; init; } = [];
}
