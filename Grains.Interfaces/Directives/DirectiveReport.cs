using Tocsin.Places;

namespace Tocsin.Directives;

/// <summary>A report on a directive.</summary>
/// <param name="Outcome">The outcome, 1 to 100 characters.</param>
/// <param name="Narrative">What was found and done, at most 4,000 characters, or null.</param>
/// <param name="Results">What came of it, in numbers.</param>
/// <param name="Final">Whether it is the last word.</param>
/// <param name="NextAt">When the next report is due, UTC, or null.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Receipt">Who reported at a recipient's that signs in nowhere here, or null.</param>
/// <param name="By">The subject of the token.</param>
/// <param name="At">When it was reported, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveReport")]
public sealed record DirectiveReport(
    [property: Id(0)] string Outcome,
    [property: Id(1)] string? Narrative,
    [property: Id(2)] IReadOnlyDictionary<string, double> Results,
    [property: Id(3)] bool Final,
    [property: Id(4)] DateTimeOffset? NextAt,
    [property: Id(5)] Location? Place,
    [property: Id(6)] DirectiveReceipt? Receipt,
    [property: Id(7)] string By,
    [property: Id(8)] DateTimeOffset At);
