namespace Tocsin.Positions;

/// <summary>A position report that was not taken.</summary>
/// <param name="UnitId">The id of the unit, as it was reported.</param>
/// <param name="Code">The stable code: <c>notYours</c>, <c>occurredAtInFuture</c> or <c>unknownReference</c>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionRefusal")]
public sealed record PositionRefusal(
    [property: Id(0)] string UnitId,
    [property: Id(1)] string Code);
