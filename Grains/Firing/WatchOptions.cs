namespace Tocsin.Firing;

/// <summary>How the watch behaves. The defaults are meant to stay; tests shorten them.</summary>
public sealed class WatchOptions
{
    /// <summary>How often each silo looks, 50 ms to 60 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How far ahead it looks, and for what grains set alarms of their own: more than <see cref="Interval"/>, at most 60 s.
    /// </summary>
    public TimeSpan Horizon { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What is later than this every silo wakes, whosever share it is; 1 s to 60 s.</summary>
    public TimeSpan Overlooked { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many streams one look wakes at most, 1 to 100,000; what is left comes with the next one, at once.</summary>
    public int WakesPerLook { get; set; } = 2_000;

    /// <summary>
    /// How many firings of a silo are under way at once, 1 to 10,000: a storm of clocks queues here, not before the dispatchers' commands.
    /// </summary>
    public int FiringsAtOnce { get; set; } = 64;

    /// <summary>How often a stream is woken without moving before the watch backs off and raises an alarm, 1 to 100.</summary>
    public int WakesBeforeAlarm { get; set; } = 3;

    /// <summary>The longest pause between two wakes of a stream that does not move, 1 s to 1 h.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(60);
}
