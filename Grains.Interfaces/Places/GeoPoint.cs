namespace Tocsin.Places;

/// <summary>A point on earth. The default value is 0° N 0° E.</summary>
/// <param name="Lat">Latitude, WGS 84 degrees, -90 to 90, north positive.</param>
/// <param name="Lon">Longitude, WGS 84 degrees, -180 to 180, east positive.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GeoPoint")]
public readonly record struct GeoPoint([property: Id(0)] double Lat, [property: Id(1)] double Lon);
