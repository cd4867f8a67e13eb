using Tocsin.Journal;

namespace Tocsin.Calling;

/// <summary>A call whose first attempt was not answered at once: hedged and retried as its policy says.</summary>
internal sealed class RetryingCall<T>(
    CallPolicy policy, Func<int, Task<T>> call, TimeProvider time, RetryMetrics metrics, long started, Task<T> first)
{
    private readonly List<(Task<T> Task, TimeSpan StartedAt)> _running = [(first, TimeSpan.Zero)];
    private int _attempts = 1;
    private int _journalFailures;
    private TimeSpan _nextStart = policy.HedgeAfter;
    private Exception? _last;

    private TimeSpan Elapsed => time.GetElapsedTime(started);

    /// <summary>Waits and retries until an attempt is answered or the time is over.</summary>
    /// <exception cref="ClusterUnavailableException">No attempt was answered in time, or the journal is unavailable.</exception>
    public async Task<T> Run(CancellationToken cancellation)
    {
        while (true)
        {
            for (var i = _running.Count - 1; i >= 0; i--)
            {
                var (task, startedAt) = _running[i];
                if (task.IsCompletedSuccessfully)
                {
                    AbandonAll();
                    return await task;
                }
                if (task.IsCompleted)
                    await HandleFailure(task, i);
                else if (Elapsed >= startedAt + policy.AttemptTimeout)
                    Abandon(i);
            }
            if (Elapsed >= policy.TotalTimeout)
                throw Unavailable();
            if (_running.Count < CallPolicy.ConcurrentAttemptsMax && Elapsed >= _nextStart)
                StartNext();
            else
                await Pause(cancellation);
        }
    }

    private async Task HandleFailure(Task<T> task, int index)
    {
        _running.RemoveAt(index);
        try
        {
            await task;
        }
        catch (Exception exception) when (GrainCaller.IsTransient(exception))
        {
            _last = exception;
            // An unavailable journal reports it after a deadline of its own: more attempts would only make the caller wait.
            // What is damaged does not heal within a call.
            if (exception is JournalUnavailableException journal
                && (journal.Damaged || ++_journalFailures > 1 || Elapsed > CallPolicy.JournalRetryWithin))
            {
                throw Unavailable();
            }

            var soonest = Elapsed + CallPolicy.RetryDelay;
            if (_running.Count == 0 || soonest < _nextStart)
                _nextStart = soonest;
        }
        catch
        {
            AbandonAll();
            throw;
        }
    }

    private void Abandon(int index)
    {
        _last = new TimeoutException();
        Observe(_running[index].Task);
        _running.RemoveAt(index);
        if (Elapsed < _nextStart)
            _nextStart = Elapsed;
    }

    private void StartNext()
    {
        metrics.Retried();
        _running.Add((GrainCaller.Start(call, ++_attempts), Elapsed));
        _nextStart = policy.HedgeAfter == TimeSpan.MaxValue ? TimeSpan.MaxValue : Elapsed + policy.HedgeAfter;
    }

    // Until an attempt ends, one times out, one is due to start, or the time is over.
    private async Task Pause(CancellationToken cancellation)
    {
        var until = policy.TotalTimeout;
        if (_running.Count < CallPolicy.ConcurrentAttemptsMax && _nextStart < until)
            until = _nextStart;
        foreach (var (_, startedAt) in _running)
            until = startedAt + policy.AttemptTimeout < until ? startedAt + policy.AttemptTimeout : until;
        var wait = until - Elapsed;
        if (wait <= TimeSpan.Zero)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pause = Task.Delay(wait, time, over.Token);
        await Task.WhenAny([pause, .. _running.Select(t => t.Task)]);
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private ClusterUnavailableException Unavailable()
    {
        AbandonAll();
        return new ClusterUnavailableException("The cluster did not answer in time.", _last ?? new TimeoutException());
    }

    private void AbandonAll()
    {
        foreach (var (task, _) in _running)
            Observe(task);
        _running.Clear();
    }

    private static void Observe(Task task) =>
        task.ContinueWith(
            static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
