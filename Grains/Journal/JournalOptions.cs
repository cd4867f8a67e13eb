namespace Tocsin.Journal;

/// <summary>How the journal's writer behaves. The defaults are meant to stay; tests shorten them.</summary>
public sealed class JournalOptions
{
    /// <summary>
    /// How many appends may wait, 1 to 1,000,000; one more is answered <see cref="JournalUnavailableException"/> at once.
    /// </summary>
    public int QueueLimit { get; set; } = 16_384;

    /// <summary>How many appends go into one batch, 1 to 10,000.</summary>
    public int BatchLimit { get; set; } = 512;

    /// <summary>
    /// How long after it was queued an append may still be sent, 50 ms to 60 s, on the monotonic clock; later it is dropped, never sent.
    /// </summary>
    public TimeSpan AppendDeadline { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long an append that was sent may stay in doubt before it is answered <see cref="JournalUnavailableException"/>, 100 ms to 60 s.
    /// </summary>
    public TimeSpan SettleDeadline { get; set; } = TimeSpan.FromSeconds(1.8);

    /// <summary>How often the tail looks for what other silos wrote, 1 ms to 10 s.</summary>
    public TimeSpan TailInterval { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>How many events the tail's ring keeps in memory, 1 to 1,000,000.</summary>
    public int TailRing { get; set; } = 16_384;
}
