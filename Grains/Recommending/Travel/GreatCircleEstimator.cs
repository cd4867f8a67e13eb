namespace Tocsin.Recommending.Travel;

/// <summary>How long, by great circle with a detour and one speed: what is known of a place that nothing was learned of.</summary>
internal sealed class GreatCircleEstimator : ITravelEstimator
{
    /// <summary>How much longer streets are than the great circle: 1.2 to 1.6 in studies of road networks; the middle.</summary>
    public const double DetourFactor = 1.4;

    /// <summary>The mean speed of an emergency drive in a city, 40 km/h.</summary>
    public const double MetersPerSecond = 40 / 3.6;

    /// <summary>The only one.</summary>
    public static GreatCircleEstimator Instance { get; } = new();

    /// <inheritdoc/>
    public double Seconds(in Leg leg) => leg.Meters * (DetourFactor / MetersPerSecond);
}
