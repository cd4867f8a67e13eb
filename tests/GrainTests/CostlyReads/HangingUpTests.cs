using Microsoft.Extensions.DependencyInjection;
using Tocsin.CostlyReads;
using Tocsin.Identity;
using Tocsin.PastBoards;
using Tocsin.Positions;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GrainTests.CostlyReads;

/// <summary>A caller's hang-up comes through the cluster to the very work that it asked for.</summary>
public sealed class HangingUpTests
{
    [Fact]
    public async Task A_past_board_stops_when_its_caller_hangs_up_whether_it_runs_or_waits()
    {
        var places = new EndlessPlaces();
        await using var centre = await TestCentre.StartAsync(silos: 2, services: s => s.AddSingleton<IPositionStore>(places));
        var queues = centre.Cluster.Silos.Select(s => s.ServiceProvider.GetRequiredService<CostlyReadQueues>().PastBoards).ToList();
        using var gone = new CancellationTokenSource();
        var asked = Enumerable.Range(1, 12)
            .Select(key => centre.Cluster.Client.GetGrain<IPastBoardGrain>(key).At(
                TimeProvider.System.GetUtcNow(), BoardBy.Recorded, TestCentre.Dispatcher, gone.Token))
            .ToList();
        await Until.HoldsAsync("all are there", () => queues.Sum(q => q.Inside) == asked.Count);
        await Until.HoldsAsync("some run", () => places.Running >= CostlyReadLimits.AtOnce);

        await gone.CancelAsync();
        foreach (var board in asked)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => board);
        await Until.HoldsAsync("none is left, neither of those that ran nor of those that waited", () => queues.All(q => q.Inside == 0));
        Assert.Equal(0, places.Running);

        // A place that is left may be taken by one that waits, until it hears that its caller is gone too; not by all of them.
        Assert.InRange(places.Asked, CostlyReadLimits.AtOnce, asked.Count - 1);
    }

    /// <summary>Where units were is never found, until nobody wants to know.</summary>
    private sealed class EndlessPlaces : IPositionStore
    {
        private int _asked;
        private int _running;

        public int Asked => Volatile.Read(ref _asked);

        public int Running => Volatile.Read(ref _running);

        public async Task<IReadOnlyList<PositionReport>> AtAsync(DateTimeOffset at, TimeSpan within, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _asked);
            Interlocked.Increment(ref _running);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
                return [];
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }

        public Task<IReadOnlyList<PositionReport>> LoadAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<PositionReport>>([]);

        public Task SaveAsync(IReadOnlyList<PositionReport> newest, IReadOnlyList<PositionReport> track, CancellationToken cancellation) =>
            Task.CompletedTask;

        public Task<IReadOnlyList<PositionReport>> TrackAsync(
            UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<PositionReport>>([]);

        public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation) => Task.CompletedTask;
    }
}
