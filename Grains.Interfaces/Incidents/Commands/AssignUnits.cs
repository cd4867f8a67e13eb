using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Assigns units 指派.</summary>
/// <param name="UnitIds">1 to 50, each once.</param>
/// <param name="Mode">All or none, or those that are free.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AssignUnits")]
public sealed record AssignUnits(
    [property: Id(0)] IReadOnlyList<UnitId> UnitIds,
    [property: Id(1)] AssignMode Mode,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;
