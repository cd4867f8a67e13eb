using System.Collections.Concurrent;
using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Auditing;

/// <summary>
/// Reads trails whole: each page once as events, for positions and data, and once as lines, for the text that was hashed, in which texts
/// that can be erased are enciphered.
/// </summary>
public sealed class TrailReader(TocsinClient client)
{
    /// <summary>Events asked for in one page; the contract allows no more.</summary>
    public const int PageSize = 200;

    /// <summary>The most pages of one trail.</summary>
    public const int MostPages = 10_000;

    /// <summary>Reads the trails of many streams, a few at a time.</summary>
    public async Task<IReadOnlyDictionary<string, Trail>> ReadAsync(IEnumerable<string> streams, int concurrency, CancellationToken stop)
    {
        var trails = new ConcurrentDictionary<string, Trail>();
        await Parallel.ForEachAsync(
            streams.Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = stop },
            async (stream, ct) =>
                trails[stream] = await ReadAsync(stream, ct));
        return trails;
    }

    /// <summary>Reads the trail of <paramref name="stream"/>.</summary>
    public async Task<Trail> ReadAsync(string stream, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var events = new List<TrailEvent>();
        long after = 0;
        for (var page = 0; page < MostPages; page++)
        {
            var path = $"/{stream.Replace("/", "s/", StringComparison.Ordinal)}/trail?after={after}&limit={PageSize}";
            var shown = await client.GetAsync(path, Role.Auditor, stop);
            var raw = await client.GetAsync(path, Role.Auditor, stop, "application/x-ndjson");
            if (!shown.Ok || !raw.Ok)
                return new Trail(stream, events, $"GET {path}: {shown.Status} {shown.Code}, {raw.Status} {raw.Code}");

            var items = shown.Read<PageView<JsonElement>>();
            var lines = raw.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < items.Items.Count; i++)
            {
                // An event may have come between the two answers: never fewer lines than events, then.
                if (i >= lines.Length)
                    return new Trail(stream, events, $"GET {path}: {items.Items.Count} events, {lines.Length} lines");
                events.Add(Event(items.Items[i], lines[i]));
            }

            if (items.Next is null || items.Items.Count == 0)
                return new Trail(stream, events, null);
            after = events[^1].Position;
        }

        return new Trail(stream, events, $"more than {MostPages} pages");
    }

    private static TrailEvent Event(JsonElement shown, string row)
    {
        var raw = JsonSerializer.Deserialize<LineView>(row, Wire.Json)!;
        var line = JsonSerializer.Deserialize<JsonElement>(raw.Line, Wire.Json);
        return new TrailEvent(
            shown.GetProperty("position").GetInt64(),
            line.GetProperty("version").GetInt32(),
            line.GetProperty("kind").GetString()!,
            line.GetProperty("occurredAt").GetDateTimeOffset(),
            line.GetProperty("recordedAt").GetDateTimeOffset(),
            line.GetProperty("commandId").ToString(),
            shown.GetProperty("data"),
            shown.GetProperty("hash").GetString() == raw.Hash ? raw.Hash : $"{raw.Hash} (shown as {shown.GetProperty("hash").GetString()})",
            raw.Line);
    }
}
