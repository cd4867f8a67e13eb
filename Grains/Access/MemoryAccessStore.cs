using System.Runtime.CompilerServices;

namespace Tocsin.Access;

/// <summary>An access log in memory, for silos without a database: tests and simulations.</summary>
internal sealed class MemoryAccessStore : IAccessStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _sources = new(StringComparer.Ordinal);
    private readonly List<(AccessEntry Entry, long Id)> _rows = [];
    private readonly List<AccessSpan> _spans = [];
    private long _end;

    /// <inheritdoc/>
    public Task<long> AppendAsync(AccessBatch batch, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var last = _sources.GetValueOrDefault(batch.Source);
            foreach (var entry in batch.Entries.Where(e => e.Number > last))
                _rows.Add((entry, ++_end));
            return Task.FromResult(_sources[batch.Source] = Math.Max(last, batch.Entries[^1].Number));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccessRow>> ListAsync(
        AccessFilter filter, AccessPlace? before, int limit, CancellationToken cancellation)
    {
        lock (_lock)
        {
            IReadOnlyList<AccessRow> found =
            [
                .. _rows
                    .Where(r => (filter.Subject is null || r.Entry.Subject == filter.Subject)
                        && (filter.Thing is null || r.Entry.Thing == filter.Thing)
                        && (filter.From is not { } from || r.Entry.At >= from)
                        && (filter.To is not { } to || r.Entry.At < to)
                        && (before is null || r.Entry.At < before.At || (r.Entry.At == before.At && r.Id < before.Id)))
                    .OrderByDescending(r => r.Entry.At)
                    .ThenByDescending(r => r.Id)
                    .Take(limit)
                    .Select(Row),
            ];
            return Task.FromResult(found);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AccessRow> RowsAsync(long first, long last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        List<AccessRow> rows;
        lock (_lock)
            rows = [.. _rows.Where(r => r.Id >= first && r.Id <= last).Select(Row)];
        foreach (var row in rows)
            yield return row;
    }

    /// <inheritdoc/>
    public Task<long> EndAsync(CancellationToken cancellation) => Task.FromResult(Interlocked.Read(ref _end));

    /// <inheritdoc/>
    public Task<AccessSpan?> LastSpanAsync(CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult(_spans.LastOrDefault());
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccessSpan>> SpansAsync(long after, int limit, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<AccessSpan>>([.. _spans.Where(s => s.Number > after).Take(limit)]);
    }

    /// <inheritdoc/>
    public Task<long?> NumberOfAsync(byte[] hash, CancellationToken cancellation)
    {
        lock (_lock)
            return Task.FromResult(_spans.LastOrDefault(s => s.Hash.AsSpan().SequenceEqual(hash))?.Number);
    }

    /// <inheritdoc/>
    public Task<bool> TryAddSpanAsync(AccessSpan span, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if ((_spans.LastOrDefault()?.Number ?? 0) + 1 != span.Number)
                return Task.FromResult(false);
            _spans.Add(span);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task<int?> RemoveSpanAsync(DateTimeOffset before, long upTo, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var at = _spans.FindIndex(s => !s.IsRemoved);
            if (at < 0 || _spans[at].Newest >= before || _spans[at].Number > upTo)
                return Task.FromResult<int?>(null);
            var span = _spans[at];
            _spans[at] = span with { IsRemoved = true };
            return Task.FromResult<int?>(_rows.RemoveAll(r => r.Id >= span.First && r.Id <= span.Last));
        }
    }

    private static AccessRow Row((AccessEntry Entry, long Id) row) => new(row.Id, row.Entry.At, row.Entry.Line);
}
