using Tocsin.Commands;
using Tocsin.Places;
using Tocsin.Problems;
using Tocsin.Settings;

namespace Tocsin.JsonBodies;

/// <summary>The JSON types of places; WGS 84 degrees.</summary>
internal static class LocationTypes
{
    /// <summary>Degrees north: -90 to 90.</summary>
    public static readonly JsonType<double> Latitude = new NumberType(-GatewayLimits.LatitudeMax, GatewayLimits.LatitudeMax);

    /// <summary>Degrees east: -180 to 180.</summary>
    public static readonly JsonType<double> Longitude = new NumberType(-GatewayLimits.LongitudeMax, GatewayLimits.LongitudeMax);

    private const string North = "WGS 84 degrees north.";
    private const string East = "WGS 84 degrees east.";

    private static readonly JsonField<double> Lat = JsonField.Required("lat", Latitude, North, 36.53);
    private static readonly JsonField<double> Lon = JsonField.Required("lon", Longitude, East, 113.05);
    private static readonly JsonField<double> OptionalLat = JsonField.Optional("lat", Latitude, North + " With lon, or neither.", 36.53);
    private static readonly JsonField<double> OptionalLon = JsonField.Optional("lon", Longitude, East + " With lat, or neither.", 113.05);
    private static readonly JsonField<string> Address = JsonField.Optional(
        "address", CommonTypes.Address, "The address in words.", "太行路 12 号");

    /// <summary>Coordinates; both are required.</summary>
    public static readonly JsonType<GeoPoint> Point = new ObjectType<GeoPoint>(
        new FieldSet(Lat, Lon), v => new GeoPoint(v.Get(Lat), v.Get(Lon)));

    /// <summary>
    /// Coordinates, an address, or both; latitude and longitude come both or neither. An empty one means the same as null.
    /// </summary>
    public static readonly JsonType<Location> Location = new ObjectType<Location>(
        new FieldSet(OptionalLat, OptionalLon, Address), MakeLocation);

    private static readonly JsonField<double> Accuracy = JsonField.Optional(
        "accuracy",
        new NumberType(0, GatewayLimits.AccuracyMetersMax),
        "The radius in metres within which it is; null: not known.",
        50);

    private static readonly JsonField<double> Confidence = JsonField.Optional(
        "confidence", new NumberType(0, 100), "How sure it is that it is within that radius, in per cent; null: not known.", 90);

    private static readonly JsonField<string> Method = JsonField.Optional(
        "method", new TextType(1, GatewayLimits.PositionSourceMax), "How it was found, in the sender's words; null: not known.", "cell");

    private static readonly JsonField<DateTimeOffset> FoundAt = JsonField.Optional(
        "at", CommonTypes.Instant, "When it was found; null: not known.", new DateTimeOffset(2026, 1, 31, 8, 15, 20, TimeSpan.Zero));

    /// <summary>A place as <see cref="Location"/> has it, and how good it is: of calls and incidents.</summary>
    public static readonly JsonType<Location> DetailedLocation = new ObjectType<Location>(
        nameof(DetailedLocation),
        new FieldSet(OptionalLat, OptionalLon, Address, Accuracy, Confidence, Method, FoundAt),
        (values, errors) => MakeLocation(values, errors) with
        {
            Accuracy = values.Find(Accuracy),
            Confidence = values.Find(Confidence),
            Method = values.Find(Method),
            At = values.Find(FoundAt),
        });

    /// <summary>Null for a place about which nothing is said.</summary>
    public static Location? OrUnknown(Location? location) =>
        location is { Lat: null, Lon: null, Address: null or "" } ? null : location;

    /// <summary>The same for a field of a PATCH.</summary>
    public static Optional<Location?> OrUnknown(Optional<Location?> location) =>
        location.IsSet ? new Optional<Location?>(OrUnknown(location.Value)) : location;

    private static Location MakeLocation(FieldValues values, FieldErrors errors)
    {
        if (values.IsGiven(OptionalLat) != values.IsGiven(OptionalLon))
        {
            var missing = values.IsGiven(OptionalLat) ? OptionalLon : OptionalLat;
            errors.AddBelow(missing.Name, ErrorCodes.Required, "lat and lon come both or neither");
        }
        return new Location(values.Find(OptionalLat), values.Find(OptionalLon), values.Find(Address));
    }
}
