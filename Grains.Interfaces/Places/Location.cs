namespace Tocsin.Places;

/// <summary>Where something is: coordinates, an address in words, or both. Latitude and longitude come both or neither.</summary>
/// <param name="Lat">Latitude, WGS 84 degrees, -90 to 90, north positive; null when not known.</param>
/// <param name="Lon">Longitude, WGS 84 degrees, -180 to 180, east positive; null when not known.</param>
/// <param name="Address">The address in words, at most 200 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Location")]
public sealed record Location(
    [property: Id(0)] double? Lat,
    [property: Id(1)] double? Lon,
    [property: Id(2)] string? Address)
{
    /// <summary>The coordinates; null when they are not known. Left out of JSON.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public GeoPoint? Point => Lat is { } lat && Lon is { } lon ? new GeoPoint(lat, lon) : null;
}
