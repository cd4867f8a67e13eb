using Tocsin.Units;

namespace Tocsin.Positions;

/// <summary>Where a unit says that it is.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Lat">WGS 84 degrees.</param>
/// <param name="Lon">WGS 84 degrees.</param>
/// <param name="At">When; the newest wins.</param>
/// <param name="Speed">Metres per second.</param>
/// <param name="Heading">Degrees from north, 0 to 360.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionReport")]
public sealed record PositionReport(
    [property: Id(0)] string UnitId,
    [property: Id(1)] double Lat,
    [property: Id(2)] double Lon,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] double? Speed,
    [property: Id(5)] double? Heading)
{
    /// <summary>The position as it is shown at <paramref name="now"/>.</summary>
    public PositionView ToView(DateTimeOffset now) => new(Lat, Lon, At, Speed, Heading, now - At > PositionView.StaleAfter);
}
