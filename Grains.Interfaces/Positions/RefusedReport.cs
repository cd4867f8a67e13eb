namespace Tocsin.Positions;

/// <summary>The newest report of a unit that was refused, and since when its reports are refused.</summary>
/// <param name="UnitId">The id of a registered unit.</param>
/// <param name="Code">The code of the newest, one of <see cref="PositionCodes"/>.</param>
/// <param name="At">When a gateway received the newest, UTC.</param>
/// <param name="Since">When it received the first that was refused after the last good one, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RefusedReport")]
public sealed record RefusedReport(
    [property: Id(0)] string UnitId,
    [property: Id(1)] string Code,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] DateTimeOffset Since);
