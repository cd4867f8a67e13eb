using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A place of a response plan.</summary>
/// <param name="UnitId">Who is to go.</param>
/// <param name="Need">The need that it fills; empty for a unit that the plan did not name.</param>
/// <param name="Instead">Who goes when it cannot, the best first; a few.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PlanPlace")]
public sealed record PlanPlace(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] string Need,
    [property: Id(2)] IReadOnlyList<UnitId> Instead);
