namespace Tocsin.Tests.Load.Profiles;

/// <summary>What decides the verdict of a profile.</summary>
/// <param name="P99Milliseconds">No kind of command may have a slower 99th percentile.</param>
/// <param name="ErrorShare">The share of commands that may fail, 0..1.</param>
/// <param name="ScheduleLagMilliseconds">The 99th percentile of this program's own lateness; above it, it measured itself.</param>
public sealed record LoadLimits(double P99Milliseconds, double ErrorShare, double ScheduleLagMilliseconds)
{
    /// <summary>An answer to an operator within 2 s (NC 911 Board, draft for dispatch systems), 99.95 % of them, from a program that keeps its own schedule to 100 ms.</summary>
    public static LoadLimits Operator { get; } = new(2_000, 0.000_5, 100);
}
