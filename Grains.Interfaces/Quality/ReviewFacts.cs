using Tocsin.Directives;
using Tocsin.Erasing;

namespace Tocsin.Quality;

/// <summary>A review as an event has it.</summary>
/// <param name="Score">The score, 0 to 100.</param>
/// <param name="Items">The points by which it was reviewed.</param>
/// <param name="Notes">A note to each point, in their order, or null for a point; null where there is none at all, and once erased.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Fields">What the record lacks.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who reviewed it.</param>
/// <param name="DirectiveId">The directive that was issued with it, or null.</param>
public sealed record ReviewFacts(
    int Score,
    IReadOnlyList<ReviewPoint> Items,
    [property: Erasable(ErasureField.Notes)] IReadOnlyList<string?>? Notes,
    ReviewVerdict Verdict,
    IReadOnlyList<string> Fields,
    string By,
    DirectiveId? DirectiveId);
