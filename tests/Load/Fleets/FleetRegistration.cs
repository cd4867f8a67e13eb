using System.Collections.Concurrent;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Fleets;

/// <summary>
/// Gets a fleet ready: what earlier runs registered is looked up in pages and left as it is, the rest is registered and put on duty, many
/// at a time; units that a broken run left on an incident are taken off it.
/// </summary>
/// <param name="client">Sends what it takes, repeated while the server is away.</param>
/// <param name="prefix">What the ids begin with.</param>
public sealed class FleetRegistration(TocsinClient client, string prefix = FleetRegistration.UsualPrefix)
{
    /// <summary>What the ids begin with unless told otherwise.</summary>
    public const string UsualPrefix = "LD-";

    /// <summary>The station of all of them.</summary>
    public const string Station = "LOAD";

    /// <summary>How many are registered at once.</summary>
    public const int AtOnce = 32;

    private const int PageSize = 200;

    /// <summary>
    /// Makes a fleet of <paramref name="count"/> units. Their homes come of <paramref name="seed"/>; a unit that was registered before
    /// keeps its own.
    /// </summary>
    /// <exception cref="StoryEndedException">The server would not have them, or too many of them are held for good.</exception>
    public async Task<Fleet> MakeAsync(int count, int seed, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Fleet.UnitsMax);
        var random = new Random(seed);
        var known = await KnownAsync(stop);
        var all = Enumerable.Range(1, count).Select(n => new FleetUnit($"{prefix}{n:00000}", Region.Anywhere(random))).ToList();
        var ready = new ConcurrentBag<FleetUnit>();
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (unit, ct) =>
            {
                if (await ReadyAsync(unit, known.GetValueOrDefault(unit.Id), ct))
                    ready.Add(unit);
            });
        if (ready.Count < count * 9 / 10)
            throw new StoryEndedException($"Only {ready.Count} of {count} units are free.");
        return new Fleet([.. ready.OrderBy(u => u.Id, StringComparer.Ordinal)], seed);
    }

    private async Task<Dictionary<string, UnitView>> KnownAsync(CancellationToken stop)
    {
        var known = new Dictionary<string, UnitView>();
        string? cursor = null;
        do
        {
            var path = $"/units?station={Station}&limit={PageSize}" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor));
            var reply = await client.GetAsync(path, Role.Dispatcher, stop);
            var page = reply.Ok
                ? reply.Read<PageView<UnitView>>()
                : throw new StoryEndedException($"GET /units: {reply.Status} {reply.Code}");
            foreach (var unit in page.Items)
                known[unit.Id] = unit;
            cursor = page.Next;
        }
        while (cursor is not null);
        return known;
    }

    private async Task<bool> ReadyAsync(FleetUnit unit, UnitView? known, CancellationToken stop)
    {
        if (known is null)
        {
            var body = new
            {
                callSign = unit.Id,
                kind = "PATROL",
                station = Station,
                capabilities = Array.Empty<string>(),
                home = unit.Home,
            };
            known = (await DoneAsync(HttpMethod.Put, $"/units/{unit.Id}", body, Role.Admin, stop)).Read<UnitView>();
        }

        if (known.Position is { } seen)
            unit.StandAt(seen);
        if (known.Status is "offDuty" or "outOfService")
        {
            known = (await DoneAsync(HttpMethod.Post, $"/units/{unit.Id}/duty", new { onDuty = true }, Role.Dispatcher, stop))
                .Read<UnitView>();
        }

        if (known.IncidentId is null)
            return true;
        var cleared = await client.SendAsync(
            HttpMethod.Post,
            $"/incidents/{known.IncidentId}/assignments/{unit.Id}/progress",
            new { stage = "cleared" },
            null,
            Role.Dispatcher,
            stop);
        return cleared.Ok;
    }

    private async Task<Reply> DoneAsync(HttpMethod method, string path, object body, Role role, CancellationToken stop)
    {
        var reply = await client.SendAsync(method, path, body, null, role, stop);
        return reply.Ok ? reply : throw new StoryEndedException($"{method} {path}: {reply.Status} {reply.Code}");
    }
}
