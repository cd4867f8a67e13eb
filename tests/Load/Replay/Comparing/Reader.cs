using System.Collections.Concurrent;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Replay.Comparing;

/// <summary>Reads everything of a run back, one GET for each thing, and the list of what else is there in its time.</summary>
public sealed class Reader(TocsinClient client, int concurrency)
{
    /// <summary>Items asked for in one page; the contract allows no more.</summary>
    public const int PageSize = 200;

    /// <summary>The most pages that are read of one list.</summary>
    public const int MostPages = 50_000;

    /// <summary>Reads the incidents and units named, telling <paramref name="progress"/> of each.</summary>
    public async Task<ReadBack> ReadAsync(
        IReadOnlyCollection<string> incidentIds,
        IReadOnlyCollection<string> unitIds,
        DateTimeOffset from,
        DateTimeOffset to,
        Action progress,
        CancellationToken stop)
    {
        var missing = new ConcurrentBag<(string, string)>();
        var incidents = await EachAsync<IncidentView>(incidentIds, "/incidents/", missing, progress, stop);
        var units = await EachAsync<UnitView>(unitIds, "/units/", missing, progress, stop);
        var others = await OthersAsync(incidents, from, to, missing, stop);
        return new ReadBack(incidents, units, others, [.. missing]);
    }

    private async Task<ConcurrentDictionary<string, T>> EachAsync<T>(
        IReadOnlyCollection<string> ids, string path, ConcurrentBag<(string, string)> missing, Action progress, CancellationToken stop)
    {
        var read = new ConcurrentDictionary<string, T>();
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = stop },
            async (id, ct) =>
            {
                var reply = await client.GetAsync(path + id, Role.Auditor, ct);
                if (reply.Ok)
                    read[id] = reply.Read<T>();
                else
                    missing.Add((path + id, reply.Code!));
                progress();
            });
        return read;
    }

    private async Task<List<IncidentView>> OthersAsync(
        ConcurrentDictionary<string, IncidentView> ours,
        DateTimeOffset from,
        DateTimeOffset to,
        ConcurrentBag<(string, string)> missing,
        CancellationToken stop)
    {
        var others = new List<IncidentView>();
        var seen = new HashSet<string>();
        var query = $"/incidents?status=all&limit={PageSize}&from={Wire.Time(from)}&to={Wire.Time(to)}";
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var path = cursor is null ? query : $"{query}&cursor={Uri.EscapeDataString(cursor)}";
            var reply = await client.GetAsync(path, Role.Auditor, stop);
            if (!reply.Ok)
            {
                missing.Add((path, reply.Code!));
                return others;
            }

            var items = reply.Read<PageView<IncidentView>>();
            seen.UnionWith(items.Items.Select(i => i.Id));
            others.AddRange(items.Items.Where(i => !ours.ContainsKey(i.Id) && !i.Exercise));
            if ((cursor = items.Next) is null)
                break;
        }

        foreach (var id in ours
            .Where(i => i.Value.ReceivedAt >= from && i.Value.ReceivedAt < to && !seen.Contains(i.Key))
            .Select(i => i.Key))
        {
            missing.Add(($"/incidents?status=all lists /incidents/{id}", "notListed"));
        }

        return others;
    }
}
