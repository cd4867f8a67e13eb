namespace Tocsin.Units;

/// <summary>The newest known position of a unit.</summary>
/// <param name="Lat">WGS 84 degrees.</param>
/// <param name="Lon">WGS 84 degrees.</param>
/// <param name="At">When the device saw it.</param>
/// <param name="Speed">Metres per second, or null.</param>
/// <param name="Heading">Degrees from north, 0 to 360, or null.</param>
/// <param name="Stale">Whether it is older than a position that is believed (<see cref="StaleAfter"/>).</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionView")]
public sealed record PositionView(
    [property: Id(0)] double Lat,
    [property: Id(1)] double Lon,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] double? Speed = null,
    [property: Id(4)] double? Heading = null,
    [property: Id(5)] bool Stale = false)
{
    /// <summary>How old a position may be before it is marked: 60 s. Vehicles report each 5 to 13 s, so four or more reports in a row are missing.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(60);
}
