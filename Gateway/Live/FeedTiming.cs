namespace Tocsin.Live;

/// <summary>How patient the feed is with a client. Tests are less so; nobody else has a reason.</summary>
/// <param name="SlowAfter">How long a client may leave what was written unread before it is cut.</param>
/// <param name="CutWait">How long the frame that says so waits for it.</param>
/// <param name="HeartbeatInterval">How often a client hears that it is still connected, and up to where it was told; the contract says 10 s at most.</param>
internal sealed record FeedTiming(TimeSpan SlowAfter, TimeSpan CutWait, TimeSpan HeartbeatInterval)
{
    /// <summary>10 s, 30 s, 5 s.</summary>
    public static FeedTiming Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5));
}
