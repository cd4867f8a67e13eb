using System.Collections.Concurrent;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The thread that writes. SQLite's calls block until the disk has answered, which must not happen on a thread of the pool. With a single
/// writer there is no lock to wait for.
/// </summary>
internal sealed class WriterThread : IAsyncDisposable
{
    private readonly BlockingCollection<Action> _work = new(SqliteLimits.WritesWaiting);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it.</summary>
    public WriterThread(string name) => new Thread(Loop) { IsBackground = true, Name = name }.Start();

    /// <summary>Runs work on the thread, behind all that waits already.</summary>
    /// <exception cref="JournalUnavailableException">The queue is full, or the thread is stopping.</exception>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>Carries out what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _work.CompleteAdding();
        await _ended.Task;
        _work.Dispose();
    }

    private void Enqueue(Action work)
    {
        bool taken;
        try
        {
            taken = _work.TryAdd(work);
        }
        catch (Exception e) when (e is InvalidOperationException or ObjectDisposedException)
        {
            throw new JournalUnavailableException("The journal is stopping.", e);
        }

        if (!taken)
            throw new JournalUnavailableException("Too much waits for the journal's disk.");
    }

    private void Loop()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
        _ended.SetResult();
    }
}
