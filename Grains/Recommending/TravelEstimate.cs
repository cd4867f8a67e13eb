using Tocsin.Places;

namespace Tocsin.Recommending;

/// <summary>How far and how long, by great circle: a first estimate, wrong by bridges and traffic.</summary>
internal static class TravelEstimate
{
    /// <summary>How much longer streets are than the great circle: 1.2 to 1.6 in studies of road networks; the middle.</summary>
    private const double DetourFactor = 1.4;

    /// <summary>The mean speed of an emergency drive in a city, 40 km/h.</summary>
    private const double MetersPerSecond = 40 / 3.6;

    /// <summary>The estimated way, in metres.</summary>
    public static double Meters(GeoPoint from, GeoPoint to) => GreatCircle.Meters(from, to) * DetourFactor;

    /// <summary>The estimated time for a way, in whole seconds.</summary>
    public static int Seconds(double meters) => (int)Math.Ceiling(meters / MetersPerSecond);
}
