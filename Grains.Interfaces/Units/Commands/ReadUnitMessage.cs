using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>Says that a message of a unit was read by whom it is for.</summary>
/// <param name="MessageId">Which one.</param>
/// <param name="OccurredAt">When it was read; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadUnitMessage")]
public sealed record ReadUnitMessage(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] DateTimeOffset? OccurredAt) : UnitCommand;
