using Tocsin.Commands;
using Tocsin.Places;

namespace Tocsin.Bodies;

/// <summary>Places, as bodies write them.</summary>
internal static class LocationKinds
{
    /// <summary>Degrees north.</summary>
    public static readonly Kind<double> Latitude = new NumberKind(-90, 90);

    /// <summary>Degrees east.</summary>
    public static readonly Kind<double> Longitude = new NumberKind(-180, 180);

    private static readonly Field<double> Lat = Field.Required("lat", Latitude);
    private static readonly Field<double> Lon = Field.Required("lon", Longitude);
    private static readonly Field<double> MaybeLat = Field.Optional("lat", Latitude);
    private static readonly Field<double> MaybeLon = Field.Optional("lon", Longitude);
    private static readonly Field<string> Address = Field.Optional("address", CommonKinds.Address);

    /// <summary>Coordinates; both.</summary>
    public static readonly Kind<GeoPoint> Point = new ObjectKind<GeoPoint>(new Shape(Lat, Lon), v => new GeoPoint(v.Get(Lat), v.Get(Lon)));

    /// <summary>Coordinates, an address, or both; latitude and longitude come both or neither. With nothing in it, it is as good as null.</summary>
    public static readonly Kind<Location> Location = new ObjectKind<Location>(new Shape(MaybeLat, MaybeLon, Address), MakeLocation);

    /// <summary>A place of which nothing is said is not known: null.</summary>
    public static Location? OrUnknown(Location? location) =>
        location is { Lat: null, Lon: null, Address: null or "" } ? null : location;

    /// <summary>The same for a field of a PATCH.</summary>
    public static Optional<Location?> OrUnknown(Optional<Location?> location) =>
        location.IsSet ? new Optional<Location?>(OrUnknown(location.Value)) : location;

    private static Location MakeLocation(Values values, FieldErrors errors)
    {
        if (values.IsGiven(MaybeLat) != values.IsGiven(MaybeLon))
            errors.AddBelow(values.IsGiven(MaybeLat) ? MaybeLon.Name : MaybeLat.Name, ErrorCodes.Required, "lat and lon come both or neither");
        return new Location(values.Find(MaybeLat), values.Find(MaybeLon), values.Find(Address));
    }
}
