namespace Tocsin.Journal;

/// <summary>How the journal's writer behaves. The defaults are meant to stay; tests shorten them.</summary>
public sealed class JournalOptions
{
    /// <summary>
    /// The most appends that wait, 1 to 1,000,000; one more fails with <see cref="JournalUnavailableException"/> at once.
    /// </summary>
    public int QueueLimit { get; set; } = 16_384;

    /// <summary>How many appends go into one batch, 1 to 10,000.</summary>
    public int BatchLimit { get; set; } = 512;

    /// <summary>
    /// The longest time that an append waits in the queue, 50 ms to 60 s, by the monotonic clock; then it is dropped and never sent.
    /// </summary>
    public TimeSpan AppendDeadline { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest time that the outcome of a sent append may be unknown before it fails with <see cref="JournalUnavailableException"/>,
    /// 100 ms to 60 s.
    /// </summary>
    public TimeSpan SettleDeadline { get; set; } = TimeSpan.FromSeconds(1.8);

    /// <summary>How often the tail looks for what other silos wrote, 1 ms to 10 s.</summary>
    public TimeSpan TailInterval { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>How many events the tail's ring keeps in memory, 1 to 1,000,000.</summary>
    public int TailRing { get; set; } = 16_384;
}
