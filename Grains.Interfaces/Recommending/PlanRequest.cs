using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>What is asked when a response plan is committed.</summary>
/// <param name="Alarm">Up to which alarm, 1 or more.</param>
/// <param name="UnitIds">These units and no others, 1 to 50, each once; null: those of the plan.</param>
/// <param name="OccurredAt">When it happened; absent means now.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PlanRequest")]
public sealed record PlanRequest(
    [property: Id(0)] int Alarm,
    [property: Id(1)] IReadOnlyList<UnitId>? UnitIds,
    [property: Id(2)] DateTimeOffset? OccurredAt);
