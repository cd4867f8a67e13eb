namespace Tocsin.Quality;

/// <summary>One point of the list by which a record is reviewed.</summary>
/// <param name="Code">The point, a word of the centre's own, 1 to 100 characters.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Note">A note of 1 to 500 characters; null where there is none, and once it was erased.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReviewItem")]
public sealed record ReviewItem([property: Id(0)] string Code, [property: Id(1)] bool Ok, [property: Id(2)] string? Note);
