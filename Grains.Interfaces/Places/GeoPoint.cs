namespace Tocsin.Places;

/// <summary>A place on earth.</summary>
/// <param name="Lat">WGS 84 degrees north, -90 to 90.</param>
/// <param name="Lon">WGS 84 degrees east, -180 to 180.</param>
[GenerateSerializer, Immutable, Alias("tocsin.GeoPoint")]
public readonly record struct GeoPoint([property: Id(0)] double Lat, [property: Id(1)] double Lon);
