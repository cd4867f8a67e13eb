using System.Collections.Concurrent;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Ledgers;

namespace Tocsin.Tests.Load.Crashes;

/// <summary>Every incident of a ledger can go on: it takes a note.</summary>
public sealed class GoOnCheck(TocsinClient client, int concurrency)
{
    /// <summary>What would not go on.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(IEnumerable<LedgerEntry> entries, CancellationToken stop)
    {
        var problems = new ConcurrentBag<string>();
        var incidents = entries
            .Where(e => e.Acknowledged)
            .SelectMany(e => e.Claims)
            .Select(c => c.Stream)
            .Where(s => s.StartsWith("incident/", StringComparison.Ordinal))
            .Distinct();
        await Parallel.ForEachAsync(
            incidents,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = stop },
            async (stream, ct) =>
            {
                var reply = await client.SendAsync(
                    HttpMethod.Post,
                    $"/incidents/{stream["incident/".Length..]}/notes",
                    new { text = "goes on" },
                    null,
                    Role.Dispatcher,
                    ct);
                if (!reply.Ok)
                    problems.Add($"{stream} does not go on: {reply.Status} {reply.Code}");
            });
        return [.. problems];
    }
}
