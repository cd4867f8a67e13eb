namespace Tocsin.Positions;

/// <summary>A row of a batch of positions that was not taken.</summary>
/// <param name="UnitId">The id of the unit, as it was reported; null when the row has none.</param>
/// <param name="Code">The stable code, one of <see cref="PositionCodes"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionRefusal")]
public sealed record PositionRefusal(
    [property: Id(0)] string? UnitId,
    [property: Id(1)] string Code);
