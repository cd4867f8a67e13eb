namespace Tocsin.Tests.Load.Clocks;

/// <summary>What a run of clocks is made of.</summary>
/// <param name="Incidents">Open incidents, each with one clock that runs out.</param>
/// <param name="Directives">Open directives that nobody signs for, each with one clock for that.</param>
/// <param name="Span">Over how long the clocks run out, evenly.</param>
/// <param name="CommandsPerSecond">Commands (notes) that go on meanwhile, on incidents of their own.</param>
/// <param name="Idle">How long the processor time of the servers is taken, before anything and when all is overdue.</param>
/// <param name="Pids">The servers' processes, where they are on this machine.</param>
public sealed record ClockRunOptions(
    int Incidents, int Directives, TimeSpan Span, double CommandsPerSecond, TimeSpan Idle, IReadOnlyList<int> Pids)
{
    /// <summary>The most incidents of a run.</summary>
    public const int MostIncidents = 200_000;

    /// <summary>The most directives of a run.</summary>
    public const int MostDirectives = 100_000;

    /// <summary>The time in which the incidents and directives are to be made, before the first clock runs out.</summary>
    public TimeSpan Making => TimeSpan.FromSeconds(10 + ((Incidents + Directives) / 200.0));

    /// <summary>
    /// The limit that all of them get, in seconds: they are made as received or issued so long ago that each runs out at its own instant.
    /// </summary>
    public int LimitSeconds => (int)Math.Ceiling((Making + Span).TotalSeconds) + 1;
}
