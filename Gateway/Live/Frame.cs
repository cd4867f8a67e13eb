namespace Tocsin.Live;

/// <summary>An event as it goes to clients, made once for all of them.</summary>
/// <param name="Event">The event.</param>
/// <param name="Full">The frame with the view.</param>
/// <param name="Before">Whose affair the thing was before; null when it is not known, or no thing of the board.</param>
/// <param name="After">Whose affair it is now; null when it is no thing of the board.</param>
internal sealed record Frame(LiveEvent Event, byte[] Full, BoardScope? Before, BoardScope? After)
{
    private byte[]? _gone;

    /// <summary>The frame for whom the thing no longer is on the board.</summary>
    public byte[] Gone => _gone ??= FrameText.Event(Event, null);

    /// <summary>What a reader gets; null: it is not the reader's affair.</summary>
    public byte[]? For(FeedFilter filter, DateTimeOffset now)
    {
        if (filter.Kinds is { } kinds && !kinds.Contains(Event.Kind))
            return null;
        if (filter.SeesAll)
            return Full;
        if (After is null)
            return filter.Passes(Event.Stream) ? Full : null;
        if (filter.Passes(After, now))
            return Full;
        return Before is not null && filter.Passes(Before, now) ? Gone : null;
    }
}
