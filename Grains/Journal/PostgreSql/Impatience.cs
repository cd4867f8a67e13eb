namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// Stops waiting for the driver. Its own time-outs first try, synchronously and on a connection of its own, to cancel what a server that
/// does not answer is doing, which takes seconds; so nothing that it is asked gets a token of ours, and whoever cannot wait leaves it to
/// end by itself.
/// </summary>
internal static class Impatience
{
    /// <summary>Waits for at most <paramref name="limit"/>; what comes later is handed to <paramref name="orphan"/>.</summary>
    /// <exception cref="TimeoutException">It took longer.</exception>
    /// <exception cref="OperationCanceledException">The token fired before.</exception>
    public static async Task<T> WithinAsync<T>(
        this Task<T> task, TimeSpan limit, TimeProvider time, CancellationToken cancellation, Func<T, ValueTask>? orphan = null)
    {
        try
        {
            return await task.WaitAsync(limit, time, cancellation);
        }
        catch when (!task.IsCompleted)
        {
            _ = EndAsync(task, orphan);
            throw;
        }
    }

    private static async Task EndAsync<T>(Task<T> task, Func<T, ValueTask>? orphan)
    {
        try
        {
            var late = await task;
            if (orphan is not null)
                await orphan(late);
        }
        catch (Exception e) when (PostgresFaults.Of(e) != PostgresFault.Other || e is InvalidOperationException)
        {
            // Nobody waits for it any more.
        }
    }
}
