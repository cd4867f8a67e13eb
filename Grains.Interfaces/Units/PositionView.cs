namespace Tocsin.Units;

/// <summary>The newest known position of a unit.</summary>
/// <param name="Lat">WGS 84 degrees.</param>
/// <param name="Lon">WGS 84 degrees.</param>
/// <param name="At">When the device saw it.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PositionView")]
public sealed record PositionView(
    [property: Id(0)] double Lat,
    [property: Id(1)] double Lon,
    [property: Id(2)] DateTimeOffset At);
