using Tocsin.Directives;

namespace Tocsin.Quality;

/// <summary>A review 质检 of the record of an incident or a call.</summary>
/// <param name="N">Its number in the thing, 1 to 50.</param>
/// <param name="Score">The score, 0 to 100.</param>
/// <param name="Items">The points by which it was reviewed.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Fields">What the record lacks, in words.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who reviewed it.</param>
/// <param name="At">When that was, UTC.</param>
/// <param name="DirectiveId">The directive <c>complete</c> that was issued with it; null where the record passed.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReviewView")]
public sealed record ReviewView(
    [property: Id(0)] int N,
    [property: Id(1)] int Score,
    [property: Id(2)] IReadOnlyList<ReviewItem> Items,
    [property: Id(3)] ReviewVerdict Verdict,
    [property: Id(4)] IReadOnlyList<string> Fields,
    [property: Id(5)] string By,
    [property: Id(6)] DateTimeOffset At,
    [property: Id(7)] DirectiveId? DirectiveId);
