using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Reports what a unit found and did 反馈: any time after it was assigned, and more than once.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Outcome">1 to 100 characters.</param>
/// <param name="Narrative">At most 4,000 characters.</param>
/// <param name="Results">What came of it.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GiveFeedback")]
public sealed record GiveFeedback(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] string Outcome,
    [property: Id(2)] string? Narrative,
    [property: Id(3)] IReadOnlyDictionary<string, double> Results,
    [property: Id(4)] DateTimeOffset? OccurredAt) : IncidentCommand;
