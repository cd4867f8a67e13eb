namespace Tocsin.Tests.Load.Profiles;

/// <summary>
/// A city of twenty million at its busiest: Beijing's 110 peaks at 3.5 calls a second, 35 % of calls become incidents, with 1.17 vehicles
/// each; some 8,000 vehicles that report each 5 to 13 s.
/// </summary>
public static class CityPeak
{
    /// <summary>The profile.</summary>
    public static LoadProfile Profile { get; } = new(
        "city-peak", "4 calls a second, the peak of a very large city", 4, 0.35, 1.17, LoadLimits.Operator)
    {
        PositionsPerSecond = 900,
        Consoles = 40,
    };
}
