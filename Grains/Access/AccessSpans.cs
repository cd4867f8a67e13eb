using Tocsin.Journal.Sealing;

namespace Tocsin.Access;

/// <summary>
/// Closes spans of the access log, so that each seal covers the rows that were written before it, but for those of its own second that
/// came behind the second's span.
/// </summary>
/// <param name="store">The access log.</param>
/// <param name="time">The clock of the seconds.</param>
internal sealed class AccessSpans(IAccessStore store, TimeProvider time) : ISealedPart
{
    /// <summary>The name of the access log in the seals; its digest there is the hash of its newest span.</summary>
    public const string PartName = "access";

    /// <inheritdoc/>
    public string Name => PartName;

    /// <inheritdoc/>
    public async ValueTask<byte[]?> DigestAsync(CancellationToken cancellation)
    {
        var last = await store.LastSpanAsync(cancellation);

        // Every silo looks in each second: without this, each would close a span of its own.
        if (last is not null && IsOfThisSecond(last))
            return last.Hash;
        while (await NextAsync(last, cancellation) is { } next)
        {
            // Where another silo was faster, its span is the newest.
            last = await store.TryAddSpanAsync(next, cancellation) ? next : await store.LastSpanAsync(cancellation);
        }

        return last?.Hash;
    }

    private bool IsOfThisSecond(AccessSpan span)
    {
        var age = time.GetUtcNow() - span.Newest;
        return age >= TimeSpan.Zero && age < SealLimits.Interval;
    }

    // Null: no row was written behind the last span.
    private async Task<AccessSpan?> NextAsync(AccessSpan? previous, CancellationToken cancellation)
    {
        var first = (previous?.Last ?? 0) + 1;
        var last = Math.Min(await store.EndAsync(cancellation), first + AccessLimits.SpanRowsMax - 1);
        if (last < first)
            return null;
        var rows = await store.RowsAsync(first, last, cancellation).ToListAsync(cancellation);
        var (digest, newest) = (AccessChain.Digest(rows), rows.Select(r => r.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max());
        var number = (previous?.Number ?? 0) + 1;
        return new AccessSpan(number, first, last, newest, digest, AccessChain.Hash(previous, number, first, last, newest, digest));
    }
}
