using Tocsin.Journal.Sealing;

namespace Tocsin.Access;

/// <summary>Closes spans of the access log, so that each seal covers all rows that were written before it.</summary>
internal sealed class AccessSpans(IAccessStore store) : ISealedBeside
{
    /// <inheritdoc/>
    public async Task<SealedHead?> CloseAsync(CancellationToken cancellation)
    {
        var last = await store.LastSpanAsync(cancellation);
        while (await NextAsync(last, cancellation) is { } next)
        {
            // Where another silo was faster, its span is the newest.
            last = await store.TryAddSpanAsync(next, cancellation) ? next : await store.LastSpanAsync(cancellation);
        }

        return last is null ? null : HeadOf(last);
    }

    /// <summary>A span as a seal covers it.</summary>
    public static SealedHead HeadOf(AccessSpan span) => new(Seal.AccessName, checked((int)span.Number), span.Hash);

    // Null: no row was written behind the last span.
    private async Task<AccessSpan?> NextAsync(AccessSpan? previous, CancellationToken cancellation)
    {
        var first = (previous?.Last ?? 0) + 1;
        var last = Math.Min(await store.EndAsync(cancellation), first + AccessLimits.SpanRowsMax - 1);
        if (last < first)
            return null;
        var (digest, _, newest) = await AccessChain.DigestAsync(store.RowsAsync(first, last, cancellation), cancellation);
        var number = (previous?.Number ?? 0) + 1;
        return new AccessSpan(number, first, last, newest, digest, AccessChain.Hash(previous, number, first, last, newest, digest));
    }
}
