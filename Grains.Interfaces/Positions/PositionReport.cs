using Tocsin.Units;

namespace Tocsin.Positions;

/// <summary>A unit's report of where it is; telemetry, not an event of the journal.</summary>
/// <param name="UnitId">The id of the unit, 1 to 40 characters.</param>
/// <param name="Lat">Latitude, WGS 84 degrees, -90 to 90, north positive.</param>
/// <param name="Lon">Longitude, WGS 84 degrees, -180 to 180, east positive.</param>
/// <param name="At">When the device measured it, UTC, at most 5 s ahead; the newest of a unit wins.</param>
/// <param name="Speed">Metres per second, 0 to 1,000, or null.</param>
/// <param name="Heading">Degrees clockwise from north, 0 to 360, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionReport")]
public sealed record PositionReport(
    [property: Id(0)] string UnitId,
    [property: Id(1)] double Lat,
    [property: Id(2)] double Lon,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] double? Speed,
    [property: Id(5)] double? Heading)
{
    /// <summary>The position as it is shown at a time, stale or not.</summary>
    /// <param name="now">The present time, UTC.</param>
    public PositionView ToView(DateTimeOffset now) => new(Lat, Lon, At, Speed, Heading, now - At > PositionView.StaleAfter);
}
