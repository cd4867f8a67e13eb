using Tocsin.Access;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;

namespace Tocsin.Auditing;

/// <summary>
/// Checks the access log: each span follows the one before it and has the rows that it was closed over, unless they were removed as old
/// as a whole; and the spans that seals cover are there, in the order of the seals. Spans and seals are walked side by side, so that
/// memory does not depend on their number.
/// </summary>
/// <param name="store">The access log; null: there is none, and no seal may cover one.</param>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="counts">Takes how much was read.</param>
/// <param name="time">Says which spans are too young to be removed.</param>
internal sealed class AccessAudit(IAccessStore? store, AuditFindings findings, AuditCounts counts, TimeProvider time)
{
    private readonly Queue<AccessSpan> _read = new();

    // The spans that were taken and that no later seal has passed, by their hashes, and the hashes in order.
    private readonly Dictionary<string, long> _ahead = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private AccessSpan? _last;
    private AccessSpan? _compared;
    private string? _sealed;

    /// <summary>Looks for the span that a seal covers. Seals come oldest first.</summary>
    public async Task SeeAsync(Seal seal, CancellationToken cancellation)
    {
        if (!SealParts.Read(seal.Parts).TryGetValue(AccessSpans.PartName, out var digest))
            return;
        var hash = Convert.ToHexString(digest);
        if (hash == _sealed)
            return;
        _sealed = hash;
        while (!_ahead.ContainsKey(hash) && _ahead.Count < AuditLimits.SpansAheadMax && await TakeAsync(cancellation) is { } span)
        {
            var own = Convert.ToHexString(span.Hash);
            if (_ahead.TryAdd(own, span.Number))
                _order.Enqueue(own);
        }

        if (!_ahead.ContainsKey(hash))
        {
            Add($"the seal of {EventLine.Time(seal.At)} covers a span that is not there, or not behind those of the seals before it");
            return;
        }

        while (_order.TryDequeue(out var passed))
        {
            _ahead.Remove(passed);
            if (passed == hash)
                break;
        }
    }

    /// <summary>Checks what no seal covers, behind all seals.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        if (store is null)
            return;
        while (await TakeAsync(cancellation) is not null)
        {
            // Taking a span checks it.
        }

        await CountRestAsync(store, _last?.Last ?? 0, cancellation);
    }

    // The next span, checked against the one before it and against its rows; null: there is none.
    private async Task<AccessSpan?> TakeAsync(CancellationToken cancellation)
    {
        if (store is null)
            return null;
        if (_read.Count == 0)
        {
            var page = await store.SpansAsync(_last?.Number ?? 0, AuditLimits.SpansPerPage, cancellation);
            await CompareAsync(store, page, cancellation);
            foreach (var span in page)
                _read.Enqueue(span);
        }

        if (!_read.TryDequeue(out var next))
            return null;
        Follow(_last, next);
        counts.AccessSpans++;
        return _last = next;
    }

    private void Follow(AccessSpan? previous, AccessSpan span)
    {
        if (span.Number != (previous?.Number ?? 0) + 1 || span.First != (previous?.Last ?? 0) + 1)
            Add($"span {span.Number} does not follow span {previous?.Number ?? 0}");
        var hash = AccessChain.Hash(previous, span.Number, span.First, span.Last, span.Newest, span.Digest);
        if (!hash.AsSpan().SequenceEqual(span.Hash))
            Add($"the hash of span {span.Number} does not follow from the one before it and its rows");
    }

    // Spans are small, a second each: the rows of many are read at once.
    private async Task CompareAsync(IAccessStore log, IReadOnlyList<AccessSpan> page, CancellationToken cancellation)
    {
        var group = new List<AccessSpan>();
        foreach (var span in page)
        {
            if (group.Count > 0 && (span.IsRemoved || span.Last - group[0].First >= AccessLimits.SpanRowsMax))
            {
                await CompareRowsAsync(log, group, cancellation);
                group.Clear();
            }

            if (span.IsRemoved)
                await CompareRemovedAsync(log, span, cancellation);
            else
                group.Add(span);
            _compared = span;
        }

        await CompareRowsAsync(log, group, cancellation);
    }

    private async Task CompareRowsAsync(IAccessStore log, List<AccessSpan> spans, CancellationToken cancellation)
    {
        if (spans.Count == 0)
            return;
        var rows = await log.RowsAsync(spans[0].First, spans[^1].Last, cancellation).ToListAsync(cancellation);
        var next = 0;
        foreach (var span in spans)
        {
            var first = next;
            while (next < rows.Count && rows[next].Id <= span.Last)
                next++;
            var own = rows.GetRange(first, next - first);
            counts.AccessItems += own.Count;
            var isWhole = own.Count == span.Last - span.First + 1 && AccessChain.Digest(own).AsSpan().SequenceEqual(span.Digest);
            if (isWhole || await IsRemovedNowAsync(log, span, cancellation))
                continue;
            Add($"span {span.Number} was closed over other rows than those from {span.First} to {span.Last}: there are {own.Count} now");
        }
    }

    // Retention removes the oldest first, and none that is younger than the shortest time that may be configured.
    private async Task CompareRemovedAsync(IAccessStore log, AccessSpan span, CancellationToken cancellation)
    {
        if (span.Newest > time.GetUtcNow() - AccessOptions.KeepTimeMin)
            Add($"the rows of span {span.Number} were removed before they were old");
        if (_compared is { IsRemoved: false } before && !await IsRemovedNowAsync(log, before, cancellation))
            Add($"the rows of span {span.Number} were removed, and those of span {before.Number} before it are there");
    }

    // It may have been removed since its page was read.
    private static async Task<bool> IsRemovedNowAsync(IAccessStore log, AccessSpan span, CancellationToken cancellation) =>
        await log.SpansAsync(span.Number - 1, 1, cancellation) is [{ IsRemoved: true }];

    // Rows behind the last span have no seal yet, but their numbers have no gap.
    private async Task CountRestAsync(IAccessStore log, long last, CancellationToken cancellation)
    {
        var expected = last;
        await foreach (var row in log.RowsAsync(last + 1, long.MaxValue, cancellation))
        {
            if (row.Id != ++expected)
            {
                Add($"a row is missing before row {row.Id}");
                return;
            }

            counts.AccessItems++;
        }
    }

    private void Add(string words) => findings.Add(FindingKind.AccessBroken, null, null, words);
}
