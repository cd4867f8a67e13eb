namespace Tocsin.Firing;

/// <summary>How the watch behaves. The defaults are meant to stay; tests shorten them.</summary>
public sealed class WatchOptions
{
    /// <summary>How often each silo looks, 50 ms to 60 s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How far ahead it looks; for what is due within this time a grain sets its own alarm. More than <see cref="Interval"/>, at most 60 s.
    /// </summary>
    public TimeSpan Horizon { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A stream that is overdue by more than this is woken by every silo, not only by the one whose share it is in; 1 s to 60 s.
    /// </summary>
    public TimeSpan Overlooked { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The most streams that one look wakes, 1 to 100,000; the next look, for the rest, follows at once.</summary>
    public int WakesPerLook { get; set; } = 2_000;

    /// <summary>
    /// The most firings of a silo at the same time, 1 to 10,000: when thousands of clocks are due, they queue here and do not delay the
    /// dispatchers' commands.
    /// </summary>
    public int FiringsAtOnce { get; set; } = 64;

    /// <summary>How often a stream is woken without moving before the watch backs off and raises an alarm, 1 to 100.</summary>
    public int WakesBeforeAlarm { get; set; } = 3;

    /// <summary>The longest pause between two wakes of a stream that does not move, 1 s to 1 h.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(60);
}
