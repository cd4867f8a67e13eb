namespace Tocsin.Live;

/// <summary>An event as it goes to clients: made when the first of them asks for it, and once for all.</summary>
/// <param name="happened">The event.</param>
/// <param name="view">The board's JSON of its thing, UTF-8; null when it is not on the board.</param>
/// <param name="call">The call, UTF-8, if it is about one.</param>
/// <param name="before">Whose affair the thing was before; null when it is not known, or no thing of the board.</param>
/// <param name="after">Whose affair it is now; null when it is no thing of the board.</param>
internal sealed class Frame(LiveEvent happened, byte[]? view, byte[]? call, BoardScope? before, BoardScope? after)
{
    private byte[]? _full;
    private byte[]? _gone;

    /// <summary>The event.</summary>
    public LiveEvent Event => happened;

    /// <summary>How long it is, less its first lines: in bytes, near enough for limits, without making it.</summary>
    public int Size => happened.Json.Length + (view?.Length ?? 0) + (call?.Length ?? 0);

    // Two that ask at the same moment may both make it: the same bytes.
    private byte[] Full => _full ??= FrameText.Event(happened, view, call);

    /// <summary>The frame for whom the thing no longer is on the board.</summary>
    private byte[] Gone => _gone ??= FrameText.Event(happened, null);

    /// <summary>What a reader gets; null: it is not the reader's affair.</summary>
    public byte[]? For(FeedFilter filter, DateTimeOffset now)
    {
        if (filter.Kinds is { } kinds && !kinds.Contains(happened.Kind))
            return null;
        if (filter.SeesAll)
            return Full;
        if (after is null)
            return filter.Passes(happened.Stream) ? Full : null;
        if (filter.Passes(after, now))
            return Full;
        return before is not null && filter.Passes(before, now) ? Gone : null;
    }
}
