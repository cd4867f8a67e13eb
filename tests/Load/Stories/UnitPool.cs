using System.Threading.Channels;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Stories;

/// <summary>
/// Units of this program's own, registered and on duty. A unit that somebody holds (an earlier run was killed) is
/// left alone: the pool is made of those that are free.
/// </summary>
public sealed class UnitPool
{
    /// <summary>The most units that a pool may have.</summary>
    public const int Most = 5_000;

    private readonly Channel<string> free = Channel.CreateUnbounded<string>();

    private UnitPool(IEnumerable<string> units)
    {
        foreach (var unit in units)
            free.Writer.TryWrite(unit);
        Size = free.Reader.Count;
    }

    /// <summary>How many units it was made of.</summary>
    public int Size { get; }

    /// <summary>Registers <paramref name="count"/> free units named <paramref name="prefix"/>-0001 and so on.</summary>
    /// <exception cref="StoryEndedException">The server would not have them.</exception>
    public static async Task<UnitPool> CreateAsync(TocsinClient client, string prefix, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        var units = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, count),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop },
            async (number, ct) =>
            {
                var id = $"{prefix}-{number:0000}";
                if (await RegisterAsync(client, id, ct) is { IncidentId: null })
                    units.Enqueue(id);
            });
        return new UnitPool(units.Order(StringComparer.Ordinal));
    }

    /// <summary>Registers one unit, puts it on duty, and answers how it stands.</summary>
    /// <exception cref="StoryEndedException">The server would not have it.</exception>
    public static async Task<UnitView> RegisterAsync(TocsinClient client, string id, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(client);
        var unit = new
        {
            callSign = id,
            kind = "PATROL",
            station = "LOAD",
            capabilities = Array.Empty<string>(),
            home = new PointView(37.75, -122.45),
        };
        var registered = await client.SendAsync(HttpMethod.Put, $"/units/{id}", unit, null, Role.Admin, stop);
        if (!registered.Ok)
            throw new StoryEndedException($"PUT /units/{id}: {registered.Status} {registered.Code}");
        var view = registered.Read<UnitView>();
        if (view.IncidentId is not null)
            return view;
        var duty = await client.SendAsync(HttpMethod.Post, $"/units/{id}/duty", new { onDuty = true }, null, Role.Dispatcher, stop);
        return duty.Ok ? duty.Read<UnitView>() : throw new StoryEndedException($"POST /units/{id}/duty: {duty.Status} {duty.Code}");
    }

    /// <summary>Takes as many free units as asked for, fewer when there are no more; none when there is none.</summary>
    public IReadOnlyList<string> Take(int count)
    {
        var taken = new List<string>();
        while (taken.Count < count && free.Reader.TryRead(out var unit))
            taken.Add(unit);
        return taken;
    }

    /// <summary>Gives units back. Those of a story that broke off are not given back: they may be held.</summary>
    public void Return(IEnumerable<string> units)
    {
        foreach (var unit in units)
            free.Writer.TryWrite(unit);
    }
}
