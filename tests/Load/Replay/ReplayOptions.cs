namespace Tocsin.Tests.Load.Replay;

/// <summary>What to replay, where to, and how fast.</summary>
/// <param name="Run">The run's name, part of every key: the same name takes a broken run up again.</param>
/// <param name="Speed">How many times faster than it happened; null as fast as it goes.</param>
/// <param name="Concurrency">The most commands under way at once.</param>
/// <param name="Zone">The zone of the file's local times.</param>
public sealed record ReplayOptions(string Run, double? Speed, int Concurrency, TimeZoneInfo Zone)
{
    /// <summary>The longest name of a run: it must fit into a key of 128 characters beside a line, a kind and a call number.</summary>
    public const int LongestRun = 40;
}
