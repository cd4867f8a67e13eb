namespace Tocsin.Units;

/// <summary>The newest known position of a unit; telemetry, not an event of the journal.</summary>
/// <param name="Lat">Latitude, WGS 84 degrees, -90 to 90, north positive.</param>
/// <param name="Lon">Longitude, WGS 84 degrees, -180 to 180, east positive.</param>
/// <param name="At">When the device measured it, UTC.</param>
/// <param name="Speed">Metres per second, 0 to 1,000; null, the default, when not known.</param>
/// <param name="Heading">Degrees clockwise from north, 0 to 360; null, the default, when not known.</param>
/// <param name="Stale">Whether it is older than <see cref="StaleAfter"/>. The default is false.</param>
/// <param name="Accuracy">The radius in metres within which the unit is, 0 to 100,000; null, the default, when not known.</param>
/// <param name="Source">What measured it, 1 to 40 characters of the sender's own; null, the default, when not known.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionView")]
public sealed record PositionView(
    [property: Id(0)] double Lat,
    [property: Id(1)] double Lon,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] double? Speed = null,
    [property: Id(4)] double? Heading = null,
    [property: Id(5)] bool Stale = false,
    [property: Id(6)] double? Accuracy = null,
    [property: Id(7)] string? Source = null)
{
    /// <summary>
    /// The age from which a position is marked as stale: 60 s. Vehicles report each 5 to 13 s, so four or more reports in a row are
    /// missing.
    /// </summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(60);
}
