using System.Collections.Concurrent;
using Tocsin.Tests.Load.Auditing;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Races;

/// <summary>
/// Races: two dispatchers send one free unit to two incidents at the same moment, over different gateways. Lanes
/// race side by side, each with a unit of its own and two incidents that are changed now and then.
/// </summary>
public sealed class RaceRunner(IReadOnlyList<TocsinClient> clients, int lanes)
{
    /// <summary>The most races of one run.</summary>
    public const int MostRaces = 1_000_000;

    /// <summary>The most lanes.</summary>
    public const int MostLanes = 256;

    /// <summary>Races on one pair of incidents, before it is closed: an incident with a thousand assignments is nobody's.</summary>
    public const int RacesPerPair = 20;

    /// <summary>Bad races whose details are kept.</summary>
    public const int MostDetails = 50;

    private readonly string run = $"race-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<RaceVerdict, int> verdicts = new();
    private readonly ConcurrentQueue<string> details = new();
    private readonly ConcurrentDictionary<string, byte> streams = new();
    private int begun, lost, unavailable, replayed;

    /// <summary>Races begun so far.</summary>
    public int Begun => Math.Max(0, begun);

    /// <summary>Runs <paramref name="count"/> races, then reads all trails.</summary>
    /// <exception cref="StoryEndedException">A lane could not get its unit or its incidents.</exception>
    public async Task<RaceTally> RunAsync(int count, CancellationToken stop)
    {
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => LaneAsync(lane, count, stop)));
        var trails = await new TrailReader(clients[0]).ReadAsync(streams.Keys, 16, CancellationToken.None);
        var units = trails.Values.Where(t => t.Stream.StartsWith("unit/", StringComparison.Ordinal)).ToList();
        var incidents = trails.Values.Where(t => t.Stream.StartsWith("incident/", StringComparison.Ordinal)).ToList();
        List<string> problems =
        [
            .. trails.Values.SelectMany(ChainCheck.Check),
            .. units.SelectMany(BookingCheck.Check),
            .. TwinCheck.Check(incidents, units),
        ];
        return new RaceTally(verdicts, [.. details], lost, unavailable, replayed, problems, trails.Count);
    }

    private async Task LaneAsync(int lane, int count, CancellationToken stop)
    {
        var left = clients[lane % clients.Count];
        var right = clients[(lane + 1) % clients.Count];
        var unit = $"LR-{lane:000}-{run[^6..]}";
        streams[$"unit/{unit}"] = 0;
        await UnitFree.MakeAsync(left, unit, CancellationToken.None);
        string a = string.Empty, b = string.Empty;
        int races = 0, number;
        while (!stop.IsCancellationRequested && (number = Interlocked.Increment(ref begun)) <= count)
        {
            if (races++ % RacesPerPair == 0)
            {
                await CloseAsync(left, a, b);
                (a, b) = (await IncidentAsync(left), await IncidentAsync(right));
            }

            await RaceAsync(number, unit, left, a, right, b);
            await UnitFree.MakeAsync(number % 2 == 0 ? left : right, unit, CancellationToken.None);
        }

        await CloseAsync(left, a, b);
    }

    private async Task RaceAsync(int number, string unit, TocsinClient left, string a, TocsinClient right, string b)
    {
        // Both wait at the line; whoever starts the other would have a head start.
        var line = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = RideAsync(left, a, $"{run}-{number}-a");
        var second = RideAsync(right, b, $"{run}-{number}-b");
        line.SetResult();
        var result = RaceResult.Judge(unit, a, await first, b, await second);

        verdicts.AddOrUpdate(result.Verdict, 1, (_, seen) => seen + 1);
        Interlocked.Add(ref lost, result.ConnectionsLost);
        Interlocked.Add(ref unavailable, result.Unavailable);
        Interlocked.Add(ref replayed, result.Replayed);
        if (result.Verdict != RaceVerdict.OneWon && details.Count < MostDetails)
            details.Enqueue($"race {number}, {result.Verdict}: {result.Detail}");

        async Task<Reply> RideAsync(TocsinClient client, string incident, string key)
        {
            await line.Task;
            return await client.SendAsync(
                HttpMethod.Post,
                $"/incidents/{incident}/assignments",
                new { unitIds = new[] { unit }, mode = "all" },
                key,
                Role.Dispatcher,
                CancellationToken.None);
        }
    }

    private async Task<string> IncidentAsync(TocsinClient client)
    {
        var made = await client.SendAsync(
            HttpMethod.Post,
            "/incidents",
            new { category = "race", priority = 2 },
            $"{run}-i-{Guid.NewGuid():N}",
            Role.Dispatcher,
            CancellationToken.None);
        if (!made.Ok)
            throw new StoryEndedException($"POST /incidents: {made.Status} {made.Code}");
        var id = made.Read<IncidentView>().Id;
        streams[$"incident/{id}"] = 0;
        return id;
    }

    private static async Task CloseAsync(TocsinClient client, params string[] incidents)
    {
        foreach (var incident in incidents.Where(i => i.Length > 0))
        {
            await client.SendAsync(
                HttpMethod.Post,
                $"/incidents/{incident}/closure",
                new { disposition = "race" },
                null,
                Role.Dispatcher,
                CancellationToken.None);
        }
    }
}
