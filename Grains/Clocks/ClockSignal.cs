namespace Tocsin.Clocks;

/// <summary>Something that a clock fires.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When it was due to fire.</param>
/// <param name="Lateness">Of the fact.</param>
/// <param name="FiredLateness">Of the firing.</param>
internal readonly record struct ClockSignal(ClockSignalKind Kind, DateTimeOffset At, TimeSpan Lateness, TimeSpan FiredLateness)
{
    /// <summary>For an escalation: to whom.</summary>
    public EscalationLevel Level { get; init; }

    /// <summary>The lateness of the fact, in whole milliseconds.</summary>
    public long LateMs => (long)Lateness.TotalMilliseconds;

    /// <summary>The lateness of the firing, in whole milliseconds.</summary>
    public long FiredLateMs => (long)FiredLateness.TotalMilliseconds;
}
