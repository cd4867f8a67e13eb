using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Live;

/// <summary>
/// The board of one epoch in this gateway's memory, and the newest frames. Thread-safe: one writer, the follower; many readers.
/// </summary>
/// <param name="epoch">The epoch of the journal.</param>
/// <param name="start">The position as of which the board is loaded.</param>
/// <param name="history">The position from which frames are kept, before the start.</param>
/// <param name="positions">Where units are.</param>
/// <param name="refused">Whose reports are refused.</param>
/// <param name="time">The clock.</param>
internal sealed class BoardPicture(
    Epoch epoch,
    JournalPosition start,
    JournalPosition history,
    UnitPositionsTable positions,
    RefusedReportsTable refused,
    TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamId, BoardItem> _items = [];
    private readonly FrameRing _frames = new(history);
    private (JournalPosition Position, long Tick, byte[] Body)? _whole;

    /// <summary>The epoch of the journal.</summary>
    public Epoch Epoch => epoch;

    /// <summary>The position as of which it is.</summary>
    public JournalPosition Position { get; private set; } = start;

    /// <summary>Adds items that were loaded.</summary>
    public void Load(IEnumerable<BoardItem> items)
    {
        foreach (var item in items)
            Put(item);
    }

    /// <summary>
    /// Keeps the frames of events before the start, in order, for clients that reconnect; the board contains them already.
    /// </summary>
    public void Remember(LivePage page)
    {
        lock (_lock)
        {
            foreach (var frame in FramesOf(page).Where(f => f.Event.Position <= Position))
                _frames.Add(frame);
        }
    }

    /// <summary>
    /// The frames of old events: whom each concerned before is not known, so that something happened is told to everybody whom the thing
    /// ever concerned, and what it was to those whom it concerns now.
    /// </summary>
    public IEnumerable<Frame> FramesOf(LivePage page) =>
        FramesOf(page, JournalPosition.Start, static (_, item) => item?.Scope.Ever(), areOld: true);

    /// <summary>Applies a page of events; false when it is not newer than the board.</summary>
    public bool Apply(LivePage page)
    {
        if (page.Position <= Position)
            return false;
        lock (_lock)
        {
            foreach (var frame in FramesOf(page, Position, (stream, _) => _items.GetValueOrDefault(stream)?.Scope, areOld: false))
                _frames.Add(frame);

            // After the frames: each needs the scope that the thing had before the page.
            foreach (var item in page.Items)
                Put(item);
            Position = page.Position;
            if (page.Events.Any(e => e.Kind == IErasingEvent.Kind))
                _frames.Forget(Position);
        }

        return true;
    }

    /// <summary>The frames after a position; false when they are no longer in memory.</summary>
    public bool FramesAfter(JournalPosition after, List<Frame> into, out JournalPosition position)
    {
        lock (_lock)
        {
            position = Position;
            return _frames.After(after, FeedLimits.BatchBytesMax, into);
        }
    }

    /// <summary>An item's JSON, for a unit with its newest position and the mark of one whose reports are refused.</summary>
    public byte[]? JsonOf(BoardItem? item)
    {
        if (item?.Json is not { } json || item.Stream.Kind != StreamKind.Unit)
            return item?.Json;
        if (positions.Find(item.Stream.Id) is { } report)
            json = UnitJson.WithPosition(json, report.ToView(time.GetUtcNow()));
        return refused.Find(item.Stream.Id) is { } reporting ? UnitJson.WithReporting(json, reporting) : json;
    }

    /// <summary>The station of a unit on duty; null when it has none, or is not on duty.</summary>
    public string? StationOf(string unit)
    {
        lock (_lock)
            return _items.TryGetValue(new StreamId(StreamKind.Unit, unit), out var item) ? item.Scope.Station : null;
    }

    /// <summary>Whether a thing stands on the board, and the reader sees it there.</summary>
    public bool Shows(StreamId stream, Actor reader)
    {
        lock (_lock)
            return _items.TryGetValue(stream, out var item) && item.Scope.MayBeSeenBy(reader, time.GetUtcNow());
    }

    /// <summary>The answer to <c>GET /board</c>, UTF-8.</summary>
    public byte[] Write(Actor reader)
    {
        var all = reader.Role is not (Roles.Unit or Roles.Station);
        var now = time.GetUtcNow();
        var tick = positions.Tick;
        List<BoardItem> items;
        JournalPosition position;
        lock (_lock)
        {
            if (all && _whole is { } whole && whole.Position == Position && whole.Tick == tick)
                return whole.Body;
            items = [.. _items.Values];
            position = Position;
        }

        var body = Write(all ? items : items.Where(i => i.Scope.MayBeSeenBy(reader, now)), position, now);
        if (!all)
            return body;
        lock (_lock)
            _whole = (position, tick, body);
        return body;
    }

    private IEnumerable<Frame> FramesOf(
        LivePage page, JournalPosition after, Func<StreamId, BoardItem?, BoardScope?> before, bool areOld)
    {
        var items = page.Items.ToDictionary(i => i.Stream);
        foreach (var happened in page.Events.Where(e => e.Position > after))
        {
            var item = items.GetValueOrDefault(happened.Stream);
            yield return new Frame(happened, JsonOf(item), item?.Call, before(happened.Stream, item), item?.Scope, areOld);
        }
    }

    private byte[] Write(IEnumerable<BoardItem> items, JournalPosition position, DateTimeOffset now)
    {
        var kinds = items.ToLookup(i => i.Stream.Kind);
        return BoardJson.Write(epoch, position, now, kind => Ordered(kind, kinds[kind]).Select(i => JsonOf(i)!));
    }

    // Incidents stand in no order, as a console sorts its queue itself; everything else by id.
    private static IEnumerable<BoardItem> Ordered(StreamKind kind, IEnumerable<BoardItem> items) =>
        kind == StreamKind.Incident ? items : items.OrderBy(i => i.Stream.Id, StringComparer.Ordinal);

    private void Put(BoardItem item)
    {
        if (_items.TryGetValue(item.Stream, out var known) && known.Version >= item.Version)
            return;
        if (item.Json is null)
            _items.Remove(item.Stream);
        else
            _items[item.Stream] = item;
    }
}
