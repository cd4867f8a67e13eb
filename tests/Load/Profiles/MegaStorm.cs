namespace Tocsin.Tests.Load.Profiles;

/// <summary>
/// The worst hour of the largest city: New York's storms peak at 10,000 calls in half an hour and its centre is designed for 50,000 an hour
/// (13.9/s); one tanker fire drew more than 1,000 calls.
/// </summary>
public static class MegaStorm
{
    /// <summary>The profile.</summary>
    public static LoadProfile Profile { get; } = new(
        "mega-storm", "15 calls a second, 1,000 of them in ten minutes about one event", 15, 0.35, 1.17, LoadLimits.Peak)
    {
        ClusterCallsInTenMinutes = 1_000,
        PositionsPerSecond = 2_000,
        Consoles = 200,
    };
}
