using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.StreamKinds;

namespace Tocsin.Overdue;

/// <summary>
/// The newest picture of what is late: one for all who ask in a second, read once, so that a thousand consoles in a storm cost what one
/// costs. Also a failure is theirs together. Rows that did not change are not read into items again.
/// </summary>
internal sealed class OverduePictures(
    StreamCatalogue kinds, IJournalQueries queries, OverdueMetrics metrics, TimeProvider time, IEnumerable<ILateSource> sources)
{
    private readonly LateRows _late = new(kinds, metrics);
    private readonly Lock _lock = new();

    // What each stream came to, by the hash of its last event; only a look touches it, and there is one at a time.
    private Dictionary<StreamId, (byte[] Hash, IReadOnlyList<LateItem> Items)> _known = [];
    private Task<OverduePicture>? _newest;
    private long _startedAt;
    private TimeSpan _pause;

    /// <summary>The newest picture, at most a second old, or older while looking takes long.</summary>
    public Task<OverduePicture> LookAsync()
    {
        lock (_lock)
        {
            if (_newest is { } newest && (!newest.IsCompleted || time.GetElapsedTime(_startedAt) < _pause))
                return newest;
            _startedAt = time.GetTimestamp();
            _pause = OverdueLimits.Interval;

            // Away from the asking grain: its turn is not held while thousands of views are read.
            return _newest = Task.Run(ReadAsync);
        }
    }

    private async Task<OverduePicture> ReadAsync()
    {
        var at = time.GetUtcNow();
        var rows = await queries.ListLateAsync(OverdueLimits.RowsMax + 1);
        var complete = rows.Count <= OverdueLimits.RowsMax;
        var known = new Dictionary<StreamId, (byte[] Hash, IReadOnlyList<LateItem> Items)>(rows.Count);
        var items = new List<LateItem>(rows.Count);
        foreach (var row in rows.Take(OverdueLimits.RowsMax))
        {
            if (row.IsDamaged || !_known.TryGetValue(row.Stream, out var entry) || !entry.Hash.AsSpan().SequenceEqual(row.Hash))
                entry = (row.Hash, _late.Of(row));
            known[row.Stream] = entry;
            items.AddRange(entry.Items);
        }

        // One that stands in the list by its clocks already needs no second line.
        var due = await queries.ListDueAsync(at - OverdueLimits.DueAfter, OverdueLimits.DueRowsMax + 1);
        complete &= due.Count <= OverdueLimits.DueRowsMax;
        items.AddRange(due.Where(row => !known.ContainsKey(row.Stream) && _late.CannotFire(row, at)).Select(LateRows.Unreadable));

        foreach (var source in sources)
        {
            var (late, all) = await source.ListAsync(at);
            items.AddRange(late);
            complete &= all;
        }

        _known = known;

        // Each place is made once, and not at each comparison.
        var sorted = items.ToArray();
        Array.Sort(Array.ConvertAll(sorted, i => OverduePlace.Of(i.Item)), sorted);
        var took = time.GetElapsedTime(_startedAt);
        _pause = TimeSpan.FromTicks(Math.Clamp(
            took.Ticks * (1 + OverdueLimits.PauseFactor), OverdueLimits.Interval.Ticks, OverdueLimits.PauseMax.Ticks));
        metrics.Looked(took, complete);
        return new OverduePicture(at, sorted, complete);
    }
}
