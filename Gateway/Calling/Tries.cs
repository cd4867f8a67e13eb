using Tocsin.Journal;
using Tocsin.Problems;

namespace Tocsin.Calling;

/// <summary>The tries of one call whose first was not answered at once.</summary>
internal sealed class Tries<T>(CallPolicy policy, Func<int, Task<T>> call, TimeProvider time, EdgeMetrics metrics, long started, Task<T> first)
{
    private readonly List<(Task<T> Task, TimeSpan StartedAt)> _underWay = [(first, TimeSpan.Zero)];
    private int _attempts = 1;
    private int _journalFailures;
    private TimeSpan _nextStart = policy.HedgeAfter;
    private Exception? _last;

    private TimeSpan Elapsed => time.GetElapsedTime(started);

    /// <summary>Waits and tries again until a try is answered or the time is over.</summary>
    /// <exception cref="ClusterUnavailableException">No try was answered in time, or the journal is away.</exception>
    public async Task<T> Run(CancellationToken cancellation)
    {
        while (true)
        {
            for (var i = _underWay.Count - 1; i >= 0; i--)
            {
                var (task, startedAt) = _underWay[i];
                if (task.IsCompletedSuccessfully)
                {
                    Forget();
                    return await task;
                }
                if (task.IsCompleted)
                    await TakeFailure(task, i);
                else if (Elapsed >= startedAt + policy.TryTime)
                    GiveUp(i);
            }
            if (Elapsed >= policy.TotalTime)
                throw Unavailable();
            if (_underWay.Count < CallPolicy.UnderWayMax && Elapsed >= _nextStart)
                StartAnother();
            else
                await Pause(cancellation);
        }
    }

    private async Task TakeFailure(Task<T> task, int index)
    {
        _underWay.RemoveAt(index);
        try
        {
            await task;
        }
        catch (Exception exception) when (GrainCaller.IsPassing(exception))
        {
            _last = exception;
            // A journal that is away says so by itself, after its own deadline: asking on would only make the caller wait.
            if (exception is JournalUnavailableException && (++_journalFailures > 1 || Elapsed > CallPolicy.JournalRetryWithin))
                throw Unavailable();
            var soonest = Elapsed + CallPolicy.Pause;
            if (_underWay.Count == 0 || soonest < _nextStart)
                _nextStart = soonest;
        }
        catch
        {
            Forget();
            throw;
        }
    }

    private void GiveUp(int index)
    {
        _last = new TimeoutException();
        Observe(_underWay[index].Task);
        _underWay.RemoveAt(index);
        if (Elapsed < _nextStart)
            _nextStart = Elapsed;
    }

    private void StartAnother()
    {
        metrics.TriedAgain();
        _underWay.Add((GrainCaller.Start(call, ++_attempts), Elapsed));
        _nextStart = policy.HedgeAfter == TimeSpan.MaxValue ? TimeSpan.MaxValue : Elapsed + policy.HedgeAfter;
    }

    // Until something can change: a try ends, one is to be given up or started, or the time is over.
    private async Task Pause(CancellationToken cancellation)
    {
        var until = policy.TotalTime;
        if (_underWay.Count < CallPolicy.UnderWayMax && _nextStart < until)
            until = _nextStart;
        foreach (var (_, startedAt) in _underWay)
            until = startedAt + policy.TryTime < until ? startedAt + policy.TryTime : until;
        var wait = until - Elapsed;
        if (wait <= TimeSpan.Zero)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pause = Task.Delay(wait, time, over.Token);
        await Task.WhenAny([pause, .. _underWay.Select(t => t.Task)]);
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private ClusterUnavailableException Unavailable()
    {
        Forget();
        return new ClusterUnavailableException("The cluster did not answer in time.", _last ?? new TimeoutException());
    }

    private void Forget()
    {
        foreach (var (task, _) in _underWay)
            Observe(task);
        _underWay.Clear();
    }

    private static void Observe(Task task) =>
        task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
