namespace Tocsin.Journal.Tail;

/// <summary>The newest events, a bounded number of them. Not thread-safe: the tail locks.</summary>
internal sealed class EventRing(int capacity, JournalPosition start)
{
    private readonly JournalEvent[] _events = new JournalEvent[capacity];
    private JournalPosition _reachesBackTo = start;
    private long _count;

    private int Length => (int)Math.Min(_count, _events.Length);

    /// <summary>Adds an event behind all others.</summary>
    public void Add(JournalEvent happened)
    {
        var slot = (int)(_count % _events.Length);
        if (_count >= _events.Length)
            _reachesBackTo = _events[slot].Position;
        _events[slot] = happened;
        _count++;
    }

    /// <summary>The events after a position, whole appends, or null when the ring no longer reaches so far back.</summary>
    public IReadOnlyList<JournalEvent>? After(JournalPosition after, int limit)
    {
        if (after < _reachesBackTo)
            return null;
        var first = FirstAfter(after);
        var page = new List<JournalEvent>(Math.Min(limit, Length - first));
        for (var i = first; i < Length && (page.Count < limit || At(i).CommandId == page[^1].CommandId); i++)
            page.Add(At(i));
        return page;
    }

    private JournalEvent At(int index) => _events[(int)((_count - Length + index) % _events.Length)];

    private int FirstAfter(JournalPosition after)
    {
        var (low, high) = (0, Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(middle).Position > after)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
