namespace Tocsin.Tests.Load.Profiles;

/// <summary>
/// A whole country: all of China's 110 has some 5 calls a second in the mean and a city's peak is 15 times its mean; as many positions as
/// 400,000 vehicles report.
/// </summary>
public static class Nation
{
    /// <summary>The profile.</summary>
    public static LoadProfile Profile { get; } = new(
        "nation", "75 calls a second, 26 incidents, 50,000 positions: the peak of all of China", 75, 0.35, 1.17, LoadLimits.Peak)
    {
        PositionsPerSecond = 50_000,
        Consoles = 200,
    };
}
