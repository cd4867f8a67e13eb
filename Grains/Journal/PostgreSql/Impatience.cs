namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// Stops waiting for the driver. If the driver's own timeout or a cancellation token ends a statement, it first tries to cancel the
/// statement on the server, synchronously and over a new connection. With a server that does not answer this takes seconds. So the driver
/// gets no token of ours; we stop waiting, and the call ends by itself.
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
            // Nobody waits for the call any more.
        }
    }
}
