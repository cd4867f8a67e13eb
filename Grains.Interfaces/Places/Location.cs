namespace Tocsin.Places;

/// <summary>Where something is: coordinates, an address in words, or both. Latitude and longitude come both or neither.</summary>
/// <param name="Lat">WGS 84 degrees, -90 to 90.</param>
/// <param name="Lon">WGS 84 degrees, -180 to 180.</param>
/// <param name="Address">In words; 1 to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Location")]
public sealed record Location(
    [property: Id(0)] double? Lat,
    [property: Id(1)] double? Lon,
    [property: Id(2)] string? Address)
{
    /// <summary>The coordinates, when they are known.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public GeoPoint? Point => Lat is { } lat && Lon is { } lon ? new GeoPoint(lat, lon) : null;
}
