using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>Asks that a response plan be committed.</summary>
/// <param name="Alarm">The alarm up to which the run card is followed, 1 to 10. The gateway's default is 1.</param>
/// <param name="UnitIds">These units and no others, 1 to 50, each once; null, the default, means those of the plan.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.PlanRequest")]
public sealed record PlanRequest(
    [property: Id(0)] int Alarm,
    [property: Id(1)] IReadOnlyList<UnitId>? UnitIds,
    [property: Id(2)] DateTimeOffset? OccurredAt);
