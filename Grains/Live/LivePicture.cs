using System.Collections.Concurrent;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Tail;
using Tocsin.StreamKinds;

namespace Tocsin.Live;

/// <summary>
/// Open incidents and units on duty as of one position, and the newest events: what <see cref="LiveBoard"/> keeps of one history. Whoever
/// writes and whoever reads several things that must belong together holds the lock; one thing at a time is read without.
/// </summary>
/// <param name="reader">Makes items of board rows.</param>
/// <param name="epoch">The history.</param>
/// <param name="start">What it was loaded as of.</param>
/// <param name="ring">How many events are kept.</param>
internal sealed class LivePicture(LiveReader reader, Epoch epoch, JournalPosition start, int ring)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<StreamId, LiveItem> _items = new();
    private readonly Dictionary<StreamId, LiveItem> _left = [];
    private readonly Queue<StreamId> _leftOrder = new();
    private readonly List<JournalEvent> _ahead = [];
    private EventRing _events = new(ring, start);
    private TaskCompletionSource _moved = NewMoved();
    private int _fullPages;

    /// <summary>The history.</summary>
    public Epoch Epoch => epoch;

    /// <summary>What it is as of.</summary>
    public JournalPosition Position { get; private set; } = start;

    /// <summary>All items, in no order, each as new as possible.</summary>
    public IEnumerable<LiveItem> Items => _items.Values;

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <summary>One item, as new as possible; null when it is not on the board.</summary>
    public LiveItem? Find(StreamId stream) => _items.GetValueOrDefault(stream);

    /// <summary>Takes an item that was loaded as of the start.</summary>
    public void Load(LiveItem item) => _items[item.Stream] = item;

    /// <summary>Takes what the tail read.</summary>
    public void Apply(JournalPage page)
    {
        var items = page.Rows.Select(reader.Read).OfType<LiveItem>().ToList();
        TaskCompletionSource moved;
        lock (_lock)
        {
            foreach (var item in items)
                Put(item);
            _ahead.AddRange(page.Events.Where(e => e.Position > Position));
            if (!page.IsEnd && ++_fullPages < LiveLimits.FullPagesMax)
                return;
            _fullPages = 0;
            if (_ahead.Count == 0)
                return;
            foreach (var happened in _ahead)
                _events.Add(happened);
            Position = _ahead[^1].Position;

            // Texts of before are gone: whoever asks for those events gets them from the journal.
            if (_ahead.Exists(e => e.Kind == IErasingEvent.Kind))
                _events = new EventRing(ring, Position);
            _ahead.Clear();
            (moved, _moved) = (_moved, NewMoved());
        }

        moved.TrySetResult();
    }

    /// <summary>The events after a position with the items that they touched; null when the ring does not reach so far back.</summary>
    public (IReadOnlyList<JournalEvent> Events, IReadOnlyList<LiveItem> Items, JournalPosition Position, Task Moved)? After(
        JournalPosition after, int limit)
    {
        lock (_lock)
        {
            if (after >= Position)
                return ([], [], Position, _moved.Task);
            if (_events.After(after, limit) is not { } events)
                return null;
            var items = events
                .Select(e => e.Stream)
                .Distinct()
                .Select(s => Find(s) ?? _left.GetValueOrDefault(s))
                .OfType<LiveItem>()
                .ToList();
            return (events, items, events.Count == 0 ? Position : events[^1].Position, _moved.Task);
        }
    }

    /// <summary>The items after a stream, in the order of their names, and what they are as of.</summary>
    public (IReadOnlyList<LiveItem> Items, JournalPosition Position) Part(StreamId? after, int limit, LiveAudience? audience = null)
    {
        lock (_lock)
        {
            // Nearly always the whole board fits in one part, so it is sorted once at a gateway's start.
            var behind = after is { } last ? _items.Values.Where(i => i.Stream > last) : _items.Values;
            if (audience is not null)
                behind = behind.Where(i => audience.Reads(i.Stream));
            return ([.. behind.OrderBy(i => i.Stream).Take(limit)], Position);
        }
    }

    private void Put(LiveItem item)
    {
        if (_items.TryGetValue(item.Stream, out var known) && known.Version >= item.Version)
            return;
        if (item.View is not null)
        {
            _items[item.Stream] = item;
            _left.Remove(item.Stream);
            return;
        }

        _items.TryRemove(item.Stream, out _);
        if (_left.TryGetValue(item.Stream, out var gone))
        {
            if (gone.Version < item.Version)
                _left[item.Stream] = item;
            return;
        }

        _left[item.Stream] = item;
        _leftOrder.Enqueue(item.Stream);
        while (_leftOrder.Count > LiveLimits.LeftMax)
            _left.Remove(_leftOrder.Dequeue());
    }

    private static TaskCompletionSource NewMoved() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
