namespace Tocsin.Places;

/// <summary>Distances on a sphere of the earth's mean radius (IUGG: 6,371,008.8 m): at most 0.6 % off.</summary>
public static class GreatCircle
{
    private const double EarthRadiusMeters = 6_371_008.8;

    /// <summary>The shortest way between two points over ground, in metres (haversine).</summary>
    public static double Meters(GeoPoint from, GeoPoint to)
    {
        var lat = double.DegreesToRadians(to.Lat - from.Lat) / 2;
        var lon = double.DegreesToRadians(to.Lon - from.Lon) / 2;
        var a = (Math.Sin(lat) * Math.Sin(lat))
            + (Math.Cos(double.DegreesToRadians(from.Lat)) * Math.Cos(double.DegreesToRadians(to.Lat)) * Math.Sin(lon) * Math.Sin(lon));
        return 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
