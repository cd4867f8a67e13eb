using Tocsin.Access;
using Tocsin.Journal.Sealing;

namespace Tocsin.Auditing;

/// <summary>
/// Checks the access log: each span follows the one before it and has the rows that it was closed over, unless they were removed as a
/// whole, and the spans that seals name are there.
/// </summary>
/// <param name="store">The access log.</param>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="counts">Takes how much was read.</param>
internal sealed class AccessAudit(IAccessStore store, AuditFindings findings, AuditCounts counts)
{
    /// <summary>Runs it, once.</summary>
    /// <param name="heads">The heads of the access log that seals cover, by the number of their span.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(IReadOnlyDictionary<int, SealedHead> heads, CancellationToken cancellation)
    {
        AccessSpan? last = null;
        while (await store.SpansAsync(last?.Number ?? 0, AuditLimits.SpansPerPage, cancellation) is { Count: > 0 } page)
        {
            foreach (var span in page)
            {
                Follow(last, span);
                if (heads.TryGetValue((int)span.Number, out var head) && !head.Hash.AsSpan().SequenceEqual(span.Hash))
                    Add($"span {span.Number} is not the one that a seal covers");
                await CompareAsync(span, cancellation);
                counts.AccessSpans++;
                last = span;
            }
        }

        if (heads.Count > 0 && heads.Keys.Max() is var newest && newest > (last?.Number ?? 0))
            Add($"a seal covers span {newest}, and the last one is {last?.Number ?? 0}");
        await CountRestAsync(last?.Last ?? 0, cancellation);
    }

    private void Follow(AccessSpan? previous, AccessSpan span)
    {
        if (span.Number != (previous?.Number ?? 0) + 1 || span.First != (previous?.Last ?? 0) + 1)
            Add($"span {span.Number} does not follow span {previous?.Number ?? 0}");
        var hash = AccessChain.Hash(previous, span.Number, span.First, span.Last, span.Newest, span.Digest);
        if (!hash.AsSpan().SequenceEqual(span.Hash))
            Add($"the hash of span {span.Number} does not follow from the one before it and its rows");
    }

    private async Task CompareAsync(AccessSpan span, CancellationToken cancellation)
    {
        if (span.IsRemoved)
            return;
        var (digest, rows, _) = await AccessChain.DigestAsync(store.RowsAsync(span.First, span.Last, cancellation), cancellation);
        counts.AccessItems += rows;
        if (digest.AsSpan().SequenceEqual(span.Digest))
            return;

        // It may have been removed since its page was read.
        var now = await store.SpansAsync(span.Number - 1, 1, cancellation);
        if (now is not [{ IsRemoved: true }])
            Add($"span {span.Number} was closed over other rows than those from {span.First} to {span.Last}: there are {rows} now");
    }

    // Rows behind the last span have no seal yet, but their numbers have no gap.
    private async Task CountRestAsync(long last, CancellationToken cancellation)
    {
        var expected = last;
        await foreach (var row in store.RowsAsync(last + 1, long.MaxValue, cancellation))
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
