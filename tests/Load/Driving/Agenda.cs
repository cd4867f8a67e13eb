namespace Tocsin.Tests.Load.Driving;

/// <summary>
/// The one clock of a load: a thread of its own wakes each wait at its moment and carries on right there, so that a thousand stories cost
/// one timer and no queue of work. It wakes to the millisecond; how late it really was, whoever sends says.
/// </summary>
public sealed class Agenda : IDisposable
{
    /// <summary>The most waits at once.</summary>
    public const int WaitsMax = 500_000;

    private readonly object gate = new();
    private readonly PriorityQueue<TaskCompletionSource, TimeSpan> waits = new();
    private readonly TimeProvider clock;
    private readonly long started;
    private readonly Thread thread;
    private bool hurried, ended;

    /// <summary>Begins now.</summary>
    public Agenda(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.clock = clock;
        started = clock.GetTimestamp();
        thread = new Thread(Run) { IsBackground = true, Name = "agenda" };
        thread.Start();
    }

    /// <summary>Time since it began.</summary>
    public TimeSpan Now => clock.GetElapsedTime(started);

    /// <summary>Whether nobody waits any more.</summary>
    public bool Hurried => Volatile.Read(ref hurried);

    /// <summary>Completes at <paramref name="at"/>, at once when that has passed or all are hurried.</summary>
    public Task UntilAsync(TimeSpan at)
    {
        if (at <= Now)
            return Task.CompletedTask;

        // Without RunContinuationsAsynchronously on purpose: what waits goes on on this agenda's thread.
        var wait = new TaskCompletionSource();
        lock (gate)
        {
            if (hurried || ended)
                return Task.CompletedTask;
            if (waits.Count >= WaitsMax)
                throw new InvalidOperationException($"More than {WaitsMax} waits.");
            var first = !waits.TryPeek(out _, out var next) || at < next;
            waits.Enqueue(wait, at);
            if (first)
                Monitor.Pulse(gate);
        }

        return wait.Task;
    }

    /// <summary>From now on nothing waits: what is under way comes to its end as fast as it can.</summary>
    public void Hurry()
    {
        lock (gate)
        {
            hurried = true;
            Monitor.Pulse(gate);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            hurried = true;
            Monitor.Pulse(gate);
        }

        if (Environment.CurrentManagedThreadId != thread.ManagedThreadId)
            thread.Join();
    }

    private void Run()
    {
        while (Next() is { } wait)
            wait.SetResult();
    }

    // The next whose moment has come; null when there will be none.
    private TaskCompletionSource? Next()
    {
        lock (gate)
        {
            while (true)
            {
                if (!waits.TryPeek(out var wait, out var at))
                {
                    if (ended)
                        return null;
                    Monitor.Wait(gate);
                    continue;
                }

                var left = hurried ? TimeSpan.Zero : at - Now;
                if (left <= TimeSpan.Zero)
                {
                    waits.Dequeue();
                    return wait;
                }

                Monitor.Wait(gate, left > TimeSpan.FromMinutes(1) ? 60_000 : (int)Math.Ceiling(left.TotalMilliseconds));
            }
        }
    }
}
