using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>What a unit reported.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Outcome">1 to 100 characters.</param>
/// <param name="Narrative">At most 4,000 characters.</param>
/// <param name="Results">What came of it: a word and a number each.</param>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer, Immutable, Alias("tocsin.FeedbackView")]
public sealed record FeedbackView(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] string Outcome,
    [property: Id(2)] string? Narrative,
    [property: Id(3)] IReadOnlyDictionary<string, double> Results,
    [property: Id(4)] DateTimeOffset OccurredAt);
