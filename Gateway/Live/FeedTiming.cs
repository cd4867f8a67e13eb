namespace Tocsin.Live;

/// <summary>The timeouts of the feed. Only tests use others than <see cref="Usual"/>.</summary>
/// <param name="SlowAfter">How long a client may leave frames unread before it is disconnected.</param>
/// <param name="CutWait">How long the frame <c>cut</c> waits for it to read.</param>
/// <param name="HeartbeatInterval">
/// How often a client gets a frame with the position that has been passed; the contract says every 10 s at least.
/// </param>
internal sealed record FeedTiming(TimeSpan SlowAfter, TimeSpan CutWait, TimeSpan HeartbeatInterval)
{
    /// <summary>The timeouts of the product: 10 s, 30 s, 5 s.</summary>
    public static FeedTiming Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5));
}
