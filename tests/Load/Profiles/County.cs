namespace Tocsin.Tests.Load.Profiles;

/// <summary>
/// The county that Tocsin is built for: 67,077 calls in a year, 17,643 of them incidents. One call in eight minutes at real speed: ask for
/// a higher one.
/// </summary>
public static class County
{
    private const double CallsInAYear = 67_077, IncidentsInAYear = 17_643, SecondsInAYear = 365 * 86_400;

    /// <summary>The profile.</summary>
    public static LoadProfile Profile { get; } = new(
        "county",
        "67,077 calls a year (0.0021 a second: ask for --speed)",
        CallsInAYear / SecondsInAYear,
        IncidentsInAYear / CallsInAYear,
        1.17,
        LoadLimits.Operator)
    {
        PositionsPerSecond = 5,
        Consoles = 5,
    };
}
