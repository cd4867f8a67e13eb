using Tocsin.Directives;

namespace Tocsin.Quality;

/// <summary>What a reviewer says of a record.</summary>
/// <param name="Score">The score, 0 to 100.</param>
/// <param name="Items">The points by which it was reviewed, at most <see cref="QualityLimits.ReviewItems"/>.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Fields">What the record lacks, at most 50 words; one or more where it is returned.</param>
/// <param name="To">Who is to complete it; null where it passed.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReviewContent")]
public sealed record ReviewContent(
    [property: Id(0)] int Score,
    [property: Id(1)] IReadOnlyList<ReviewItem> Items,
    [property: Id(2)] ReviewVerdict Verdict,
    [property: Id(3)] IReadOnlyList<string> Fields,
    [property: Id(4)] DirectiveTo? To);
