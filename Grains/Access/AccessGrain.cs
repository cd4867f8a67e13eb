using System.Globalization;
using Orleans.Concurrency;
using Tocsin.Reading;
using Tocsin.Secrets;

namespace Tocsin.Access;

/// <summary>Writes and reads the access log for gateways.</summary>
[StatelessWorker, Reentrant]
internal sealed class AccessGrain(IAccessStore store, IKeyRing keys, AccessMetrics metrics) : Grain, IAccessGrain
{
    /// <inheritdoc/>
    public async Task<long> Append(AccessBatch batch)
    {
        var last = await store.AppendAsync(batch, CancellationToken.None);
        metrics.Written(batch.Entries.Count);
        return last;
    }

    /// <inheritdoc/>
    public async Task<ThingPage> List(AccessFilter filter)
    {
        if (!Cursor.TryRead(filter.Cursor, out var after) || !TryPlace(after, out var before))
            return Cursor.Refused();
        var rows = await store.ListAsync(filter, before, filter.Limit + 1, CancellationToken.None);
        var page = rows.Take(filter.Limit).ToList();
        var next = rows.Count > page.Count
            ? Cursor.Write(page[^1].At, page[^1].Id.ToString(CultureInfo.InvariantCulture))
            : null;
        return new ThingPage(null, [.. page.Select(r => r.Line)], next);
    }

    /// <inheritdoc/>
    public Task<byte[]> DigestKey() => Task.FromResult(keys.KeyFor(KeyPurpose.Access));

    private static bool TryPlace((DateTimeOffset At, string Id)? after, out AccessPlace? before)
    {
        before = null;
        if (after is not { } place)
            return true;
        if (!long.TryParse(place.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        before = new AccessPlace(place.At, id);
        return true;
    }
}
