using System.Text.Json.Serialization;

namespace Tocsin.Places;

/// <summary>
/// Where something is: coordinates, an address in words, or both. Latitude and longitude come both or neither. How good the place is may be
/// said with it: a telephone network knows a caller to within a kilometre, a person who points at a map to within a house.
/// </summary>
/// <param name="Lat">Latitude, WGS 84 degrees, -90 to 90, north positive; null when not known.</param>
/// <param name="Lon">Longitude, WGS 84 degrees, -180 to 180, east positive; null when not known.</param>
/// <param name="Address">The address in words, at most 200 characters, or null.</param>
/// <param name="Accuracy">The radius in metres within which it is, 0 to 100,000; null, the default, when not known.</param>
/// <param name="Confidence">How sure it is that it is within that radius, 0 to 100 per cent; null, the default, when not known.</param>
/// <param name="Method">How it was found, 1 to 40 characters of the sender's own; null, the default, when not known.</param>
/// <param name="At">When it was found, UTC; null, the default, when not known.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Location")]
public sealed record Location(
    [property: Id(0)] double? Lat,
    [property: Id(1)] double? Lon,
    [property: Id(2)] string? Address,
    [property: Id(3)] double? Accuracy = null,
    [property: Id(4)] double? Confidence = null,
    [property: Id(5)] string? Method = null,
    [property: Id(6)] DateTimeOffset? At = null)
{
    /// <summary>The coordinates; null when they are not known. Left out of JSON.</summary>
    [JsonIgnore]
    public GeoPoint? Point => Lat is { } lat && Lon is { } lon ? new GeoPoint(lat, lon) : null;

    /// <summary>Whether it says how good it is. Left out of JSON.</summary>
    [JsonIgnore]
    public bool IsDetailed => Accuracy is not null || Confidence is not null || Method is not null || At is not null;

    /// <summary>The place as programs of before know it: without how good it is.</summary>
    public Location Plain() => IsDetailed ? new Location(Lat, Lon, Address) : this;
}
