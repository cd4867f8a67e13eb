using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Clocks;

/// <summary>What a run of clocks measured.</summary>
/// <param name="Clocks">How many clocks were to run out.</param>
/// <param name="LatenessMs">Of each <c>ClockOverdue</c>, recorded time less due time, ascending.</param>
/// <param name="FiredLateMs">Of each, what the event itself says of its firing, ascending.</param>
/// <param name="Missing">Clocks that ran out without an event.</param>
/// <param name="Twice">Clocks that were fired more than once.</param>
/// <param name="Early">Events recorded before the clock was due.</param>
/// <param name="Made">How long it took to make the incidents and directives.</param>
/// <param name="Book">The latencies of the commands meanwhile.</param>
/// <param name="IdleBefore">Share of one processor that the servers used while nothing was there; null without their processes.</param>
/// <param name="IdleOverdue">The same while all of it was overdue.</param>
public sealed record ClockRunResult(
    int Clocks,
    IReadOnlyList<double> LatenessMs,
    IReadOnlyList<double> FiredLateMs,
    int Missing,
    int Twice,
    int Early,
    TimeSpan Made,
    LatencyBook Book,
    double? IdleBefore,
    double? IdleOverdue)
{
    /// <summary>The limit for all but one in a hundred, in ms.</summary>
    public const double MostP99Ms = 100;

    /// <summary>The limit for every one, in ms.</summary>
    public const double MostMs = 1_000;

    /// <summary>The value that so many percent do not exceed, by nearest rank.</summary>
    public static double Percentile(IReadOnlyList<double> ascending, double percent)
    {
        ArgumentNullException.ThrowIfNull(ascending);
        return ascending.Count == 0
            ? double.NaN
            : ascending[Math.Clamp((int)Math.Ceiling(ascending.Count * percent / 100) - 1, 0, ascending.Count - 1)];
    }

    /// <summary>Every way in which the run is not within its limits; none is the aim.</summary>
    public IReadOnlyList<string> Failures()
    {
        var failures = new List<string>();
        if (Missing > 0)
            failures.Add($"{Missing:N0} clocks ran out unsaid");
        if (Twice > 0)
            failures.Add($"{Twice:N0} clocks were fired more than once");
        if (Percentile(LatenessMs, 99) is var p99 && !(p99 < MostP99Ms))
            failures.Add($"p99 is {p99:0} ms, the limit is {MostP99Ms:0} ms");
        if (Percentile(LatenessMs, 100) is var max && !(max < MostMs))
            failures.Add($"the latest is {max:0} ms, the limit is {MostMs:0} ms");
        if (Book.Failed > 0)
            failures.Add($"{Book.Failed:N0} commands failed");
        return failures;
    }
}
