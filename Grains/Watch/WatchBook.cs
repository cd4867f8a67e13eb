using Tocsin.Firing;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Watch;

/// <summary>
/// Remembers whom the watch has woken: each stream once for what it has due; again while that stays undone, each look, then ever more
/// rarely. Pure but for its memory; not thread-safe.
/// </summary>
internal sealed class WatchBook(WatchOptions options)
{
    private readonly Dictionary<StreamId, Entry> _entries = [];

    /// <summary>How many streams it remembers: those of the last look.</summary>
    public int Count => _entries.Count;

    /// <summary>What of a look is to be woken now, and which streams have just turned out not to move.</summary>
    public (IReadOnlyList<DueStream> Wake, IReadOnlyList<StreamId> Stuck) Look(IEnumerable<DueStream> due, DateTimeOffset now)
    {
        var wake = new List<DueStream>();
        var stuck = new List<StreamId>();
        var seen = new HashSet<StreamId>();
        foreach (var stream in due)
        {
            if (!seen.Add(stream.Stream))
                continue;
            if (!_entries.TryGetValue(stream.Stream, out var entry) || entry.DueAt != stream.DueAt)
                entry = new Entry(stream.DueAt, 0, DateTimeOffset.MinValue);
            else if (now < entry.NextAt)
                continue;
            entry = new Entry(stream.DueAt, entry.Wakes + 1, NextAfter(stream.DueAt, entry.Wakes + 1, now));
            _entries[stream.Stream] = entry;
            wake.Add(stream);
            if (entry.Wakes == options.WakesBeforeAlarm + 1)
                stuck.Add(stream.Stream);
        }

        // Whatever is gone has moved on.
        foreach (var gone in _entries.Keys.Where(stream => !seen.Contains(stream)).ToList())
            _entries.Remove(gone);
        return (wake, stuck);
    }

    private DateTimeOffset NextAfter(DateTimeOffset dueAt, int wakes, DateTimeOffset now)
    {
        var from = dueAt > now ? dueAt : now;
        if (wakes <= options.WakesBeforeAlarm)
            return from + options.Interval;
        var pause = options.Interval * Math.Pow(2, Math.Min(wakes - options.WakesBeforeAlarm, 20));
        return from + (pause < options.LongestPause ? pause : options.LongestPause);
    }

    private readonly record struct Entry(DateTimeOffset DueAt, int Wakes, DateTimeOffset NextAt);
}
