using Tocsin.Units;

namespace Tocsin.Positions;

/// <summary>A unit's report of where it is that was judged good; telemetry, not an event of the journal.</summary>
/// <param name="UnitId">The id of the unit, 1 to 40 characters.</param>
/// <param name="Lat">Latitude, WGS 84 degrees, -90 to 90, north positive.</param>
/// <param name="Lon">Longitude, WGS 84 degrees, -180 to 180, east positive.</param>
/// <param name="At">When the device measured it, UTC, never ahead of the gateway that took it; the newest of a unit wins.</param>
/// <param name="Speed">Metres per second, 0 to 1,000, or null.</param>
/// <param name="Heading">Degrees clockwise from north, 0 to 360, or null.</param>
/// <param name="Accuracy">The radius in metres within which the unit is, 0 to 100,000; null, the default, when not known.</param>
/// <param name="Source">What measured it, 1 to 40 characters of the sender's own; null, the default, when not known.</param>
/// <param name="HeardAt">When a gateway received it, UTC; the default value when that is not known any more.</param>
/// <param name="Ahead">How far the device's clock was ahead when the report was taken as of now, 0 (the default) to 5 min.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionReport")]
public sealed record PositionReport(
    [property: Id(0)] string UnitId,
    [property: Id(1)] double Lat,
    [property: Id(2)] double Lon,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] double? Speed,
    [property: Id(5)] double? Heading,
    [property: Id(6)] double? Accuracy = null,
    [property: Id(7)] string? Source = null,
    [property: Id(8)] DateTimeOffset HeardAt = default,
    [property: Id(9)] TimeSpan Ahead = default)
{
    /// <summary>When it was heard; a report that was brought back after a restart counts from its own time.</summary>
    public DateTimeOffset Heard => HeardAt == default ? At : HeardAt;

    /// <summary>The position as it is shown at a time, stale or not.</summary>
    /// <param name="now">The present time, UTC.</param>
    public PositionView ToView(DateTimeOffset now) =>
        new(Lat, Lon, At, Speed, Heading, now - At > PositionView.StaleAfter, Accuracy, Source);
}
