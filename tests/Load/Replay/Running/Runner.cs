using Tocsin.Tests.Load.Replay.Planning;

namespace Tocsin.Tests.Load.Replay.Running;

/// <summary>
/// Runs a plan: each step once what it waits for is settled, the earliest first, at most so many at a time, and at
/// the file's own pace where one is asked for.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="send">Sends one step.</param>
/// <param name="outcomes">Where outcomes go.</param>
/// <param name="pace">When a step may go.</param>
/// <param name="concurrency">The most commands under way at once.</param>
/// <param name="clock">The clock that waits.</param>
public sealed class Runner(
    ReplayPlan plan,
    Func<Step, CancellationToken, Task<Outcome>> send,
    Outcomes outcomes,
    Pace pace,
    int concurrency,
    TimeProvider clock) : IDisposable
{
    /// <summary>The most commands that may be asked for at once.</summary>
    public const int MostConcurrency = 512;

    private readonly Lock gate = new();
    private readonly PriorityQueue<Step, StepOrder> ready = new();
    private readonly SemaphoreSlim slots = new(concurrency);
    private readonly SemaphoreSlim changed = new(0);
    private readonly int[] waitingFor = [.. plan.Steps.Select(s => s.After.Count)];
    private readonly ILookup<Step, Step> followers = plan.Steps
        .SelectMany(s => s.After.Select(a => (Before: a, After: s)))
        .ToLookup(p => p.Before, p => p.After);
    private int left = plan.Steps.Count;
    private Exception? failure;

    /// <summary>Runs it to its end, telling <paramref name="settled"/> of each outcome.</summary>
    public async Task RunAsync(Action<Step, Outcome> settled, CancellationToken stop)
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        foreach (var step in plan.Steps.Where(s => s.After.Count == 0))
            ready.Enqueue(step, step.Order);

        while (Volatile.Read(ref left) > 0 && failure is null)
        {
            await slots.WaitAsync(stop);
            if (await NextAsync(stop) is { } step)
                _ = RunOneAsync(step, settled, halt);
            else
                slots.Release();
        }

        if (failure is not null)
            await halt.CancelAsync();

        // All slots free means that nothing is under way any more.
        for (var i = 0; i < concurrency; i++)
            await slots.WaitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        if (failure is not null)
            throw failure;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        slots.Dispose();
        changed.Dispose();
    }

    private async Task<Step?> NextAsync(CancellationToken stop)
    {
        while (Volatile.Read(ref left) > 0 && failure is null)
        {
            TimeSpan wait;
            lock (gate)
            {
                if (!ready.TryPeek(out var step, out _))
                    wait = Timeout.InfiniteTimeSpan;
                else if ((wait = pace.Until(step.Order.At)) <= TimeSpan.Zero)
                    return ready.Dequeue();
            }

            // A step that comes before the one being waited for may become ready meanwhile.
            using var sleep = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var woken = changed.WaitAsync(sleep.Token);
            if (wait == Timeout.InfiniteTimeSpan)
            {
                await woken;
                continue;
            }

            await Task.WhenAny(woken, Task.Delay(wait > TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : wait, clock, sleep.Token));
            await sleep.CancelAsync();
            stop.ThrowIfCancellationRequested();
        }

        return null;
    }

    private async Task RunOneAsync(Step step, Action<Step, Outcome> settled, CancellationTokenSource halt)
    {
        try
        {
            var outcome = await send(step, halt.Token);
            outcomes[step] = outcome;
            settled(step, outcome);
            lock (gate)
            {
                foreach (var follower in followers[step])
                {
                    if (--waitingFor[follower.Index] == 0)
                        ready.Enqueue(follower, follower.Order);
                }
            }

            Interlocked.Decrement(ref left);
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref failure, e, null);
        }
        finally
        {
            slots.Release();
            changed.Release();
        }
    }
}
