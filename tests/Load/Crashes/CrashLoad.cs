using System.Collections.Concurrent;
using System.Text.Json;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Ledgers;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Crashes;

/// <summary>
/// Full load that outlives its server: lanes that take one incident after another from call to closure without a
/// pause, repeat what was not answered with the same key, and write down all that was.
/// </summary>
public sealed class CrashLoad(IReadOnlyList<TocsinClient> clients, Ledger ledger, int lanes, TimeProvider clock)
{
    /// <summary>The most lanes.</summary>
    public const int MostLanes = 512;

    private readonly string run = $"crash-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, int> refused = new();
    private int acknowledged, replayed, stories, lost, unavailable, unsettled;

    /// <summary>Commands acknowledged so far.</summary>
    public int Acknowledged => acknowledged;

    /// <summary>Runs until <paramref name="stop"/>; each lane then finishes the command that it is at.</summary>
    public async Task<CrashLoadResult> RunAsync(CancellationToken stop)
    {
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => LaneAsync(lane, stop)));
        return new CrashLoadResult(acknowledged, replayed, stories, lost, unavailable, unsettled, refused);
    }

    private async Task LaneAsync(int lane, CancellationToken stop)
    {
        var client = clients[lane % clients.Count];
        var random = new Random(lane);
        var moments = new Moments(clock);
        string[] units = [$"LC-{lane:000}-1", $"LC-{lane:000}-2"];
        var number = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                foreach (var unit in units)
                    await UnitFree.MakeAsync(client, unit, CancellationToken.None);
                while (!stop.IsCancellationRequested)
                {
                    await new CallStory(SendAsync, moments, Delays.None, random)
                        .IncidentAsync(random.NextDouble() < 0.17 ? units : units[..1]);
                    Interlocked.Increment(ref stories);
                }
            }
            catch (StoryEndedException e) when (!stop.IsCancellationRequested)
            {
                refused.AddOrUpdate(e.Message, 1, (_, count) => count + 1);
                await Task.Delay(Patience.ShortestPause, clock, CancellationToken.None);
            }
            catch (StoryEndedException)
            {
            }
        }

        async Task<Reply> SendAsync(Deed deed)
        {
            if (stop.IsCancellationRequested)
                throw new StoryEndedException("time is up");
            var key = $"{run}-{lane}-{number++}";
            var reply = await client.SendAsync(deed.Method, deed.Path, deed.Body, key, Role.Dispatcher, CancellationToken.None);
            Interlocked.Add(ref lost, reply.ConnectionsLost);
            Interlocked.Add(ref unavailable, reply.Unavailable);
            Record(deed, key, reply);
            return reply;
        }
    }

    private void Record(Deed deed, string key, Reply reply)
    {
        if (reply.Ok)
        {
            var thing = reply.Read<JsonElement>();
            ledger.Record(new LedgerEntry(
                key,
                deed.Path,
                deed.OccurredAt,
                true,
                thing.GetProperty("version").GetInt32(),
                deed.Claims(thing.GetProperty("id").GetString()!)));
            Interlocked.Increment(ref acknowledged);
            if (reply.Replayed)
                Interlocked.Increment(ref replayed);
        }
        else if (!reply.Settled)
        {
            // Of what a lost command would have made, the id is not known: only what it did to things that are can be looked for.
            Interlocked.Increment(ref unsettled);
            ledger.Record(new LedgerEntry(
                key,
                deed.Path,
                deed.OccurredAt,
                false,
                0,
                [.. deed.Claims("?").Where(c => !c.Stream.EndsWith("/?", StringComparison.Ordinal))]));
        }
    }
}
