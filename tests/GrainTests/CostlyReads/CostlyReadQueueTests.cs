using Tocsin.CostlyReads;
using Tocsin.Journal;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GrainTests.CostlyReads;

/// <summary>A few run, a few wait, more are refused; who has gone is dropped.</summary>
public sealed class CostlyReadQueueTests : IDisposable
{
    private readonly CostlyReadMetrics _metrics = new();
    private readonly CostlyReadQueue _queue;
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    public CostlyReadQueueTests() => _queue = new CostlyReadQueue("pastBoard", _metrics);

    public void Dispose()
    {
        _queue.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public async Task Two_run_sixteen_wait_and_one_more_is_refused()
    {
        var reads = Enumerable
            .Range(0, CostlyReadLimits.AtOnce + CostlyReadLimits.WaitingMax)
            .Select(_ => _queue.RunAsync(ReadAsync, default))
            .ToList();
        Assert.Equal(CostlyReadLimits.AtOnce, _begun);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => _queue.RunAsync(ReadAsync, default));
        _enough.SetResult();
        await Task.WhenAll(reads);
        Assert.Equal((reads.Count, 0), (_begun, _queue.Inside));
    }

    [Fact]
    public async Task One_whose_caller_has_gone_is_dropped_before_it_begins()
    {
        using var gone = new CancellationTokenSource();
        var running = Enumerable.Range(0, CostlyReadLimits.AtOnce).Select(_ => _queue.RunAsync(ReadAsync, default)).ToList();
        var waiting = Enumerable.Range(0, CostlyReadLimits.WaitingMax).Select(_ => _queue.RunAsync(ReadAsync, gone.Token)).ToList();
        await gone.CancelAsync();
        foreach (var read in waiting)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await Until.HoldsAsync("only those that run are left", () => _queue.Inside == CostlyReadLimits.AtOnce);
        _enough.SetResult();
        await Task.WhenAll(running);
        Assert.Equal(CostlyReadLimits.AtOnce, _begun);
    }

    [Fact]
    public async Task One_that_fails_gives_its_turn_on()
    {
        for (var i = 0; i < 2 * CostlyReadLimits.AtOnce; i++)
            await Assert.ThrowsAsync<InvalidDataException>(() => _queue.RunAsync<int>(_ => throw new InvalidDataException(), default));
        _enough.SetResult();
        Assert.Equal(7, await _queue.RunAsync(ReadAsync, default));
        Assert.Equal(0, _queue.Inside);
    }

    private async Task<int> ReadAsync(CancellationToken gone)
    {
        Interlocked.Increment(ref _begun);
        await _enough.Task.WaitAsync(gone);
        return 7;
    }
}
