namespace Tocsin.Positions;

/// <summary>A report that was not taken.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Code">A stable code.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionRefusal")]
public sealed record PositionRefusal(
    [property: Id(0)] string UnitId,
    [property: Id(1)] string Code);
