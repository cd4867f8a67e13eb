using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Fleets;

/// <summary>Where a load happens: a rectangle of some 30 by 35 km round the centre of the product's demo map.</summary>
public static class Region
{
    private const double South = 36.40, North = 36.67, West = 112.88, East = 113.27;

    /// <summary>Its middle.</summary>
    public static PointView Middle { get; } = new(Math.Round((South + North) / 2, 6), Math.Round((West + East) / 2, 6));

    /// <summary>That place, or the one of the region that is nearest to it; to a millionth of a degree.</summary>
    public static PointView Within(double lat, double lon) =>
        new(Math.Round(Math.Clamp(lat, South, North), 6), Math.Round(Math.Clamp(lon, West, East), 6));

    /// <summary>Anywhere in it, to a millionth of a degree (0.1 m).</summary>
    public static PointView Anywhere(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return new(
            Math.Round(South + ((North - South) * random.NextDouble()), 6), Math.Round(West + ((East - West) * random.NextDouble()), 6));
    }

    /// <summary>
    /// How far two places of it are apart, in metres: flat, and with degrees of longitude as long as at the equator, so never less than it
    /// is.
    /// </summary>
    public static double Meters(double lat, double lon, double toLat, double toLon) =>
        double.Hypot(toLat - lat, toLon - lon) * 111_700;

    /// <summary>
    /// Near <paramref name="place"/>: callers about one event do not all stand on one spot; within <paramref name="meters"/> each way.
    /// </summary>
    public static PointView Near(PointView place, double meters, Random random)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(random);
        var degrees = meters / 111_000;
        return new(
            Math.Round(place.Lat + (degrees * ((2 * random.NextDouble()) - 1)), 6),
            Math.Round(place.Lon + (degrees * ((2 * random.NextDouble()) - 1) / 0.8), 6));
    }
}
