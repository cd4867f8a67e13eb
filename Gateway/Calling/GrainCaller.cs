using Tocsin.Journal;

namespace Tocsin.Calling;

/// <summary>
/// Calls the cluster so that a silo that dies, freezes or moves costs its callers a second and no errors. It measures timeouts by its own
/// clock: Orleans checks them once a second, and cancels nothing when a silo dies. An attempt is repeated only with the same command id, so
/// that a command is carried out once.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="metrics">Counts repeated attempts.</param>
/// <param name="connection">Whether a cluster was found.</param>
internal sealed class GrainCaller(TimeProvider time, RetryMetrics metrics, ClusterConnection connection)
{
    /// <summary>Calls, and retries as the policy says.</summary>
    /// <param name="policy">The timeouts and retries.</param>
    /// <param name="call">Starts an attempt; gets the number of the attempt, from 1.</param>
    /// <param name="cancellation">Ends the waiting when the client has gone; attempts that were started go on.</param>
    /// <exception cref="ClusterUnavailableException">No attempt was answered in time, or the journal is unavailable.</exception>
    /// <exception cref="NotYetEverywhereException">All silos are of an older version, which has no such grain.</exception>
    public async Task<T> Call<T>(CallPolicy policy, Func<int, Task<T>> call, CancellationToken cancellation)
    {
        if (!connection.IsFound)
            throw new ClusterUnavailableException("No silo was found yet.");
        var started = time.GetTimestamp();
        var first = Start(call, 1);
        // Nearly always the first attempt is answered at once: only then is nothing more allocated.
        var firstWait = policy.HedgeAfter < policy.AttemptTimeout ? policy.HedgeAfter : policy.AttemptTimeout;
        try
        {
            return await first.WaitAsync(firstWait, time, cancellation);
        }
        catch (SiloUnavailableException exception) when (exception.InnerException is ArgumentException && connection.KnowsGrains)
        {
            throw new NotYetEverywhereException("No silo of the cluster has the grain.", exception);
        }
        catch (Exception exception) when (IsTransient(exception))
        {
            return await new RetryingCall<T>(policy, call, time, metrics, started, first).Run(cancellation);
        }
    }

    /// <summary>Starts an attempt; an exception before its first await becomes a failed task, as any other.</summary>
    internal static Task<T> Start<T>(Func<int, Task<T>> call, int attempt)
    {
        try
        {
            return call(attempt);
        }
        catch (Exception exception) when (IsTransient(exception))
        {
            return Task.FromException<T>(exception);
        }
        catch (ArgumentException exception)
        {
            // A client that has just connected does not know the cluster's grains yet; or no silo has this one.
            return Task.FromException<T>(new SiloUnavailableException("No silo is known that has the grain.", exception));
        }
    }

    /// <summary>Whether the same call may succeed at another silo, or a little later.</summary>
    internal static bool IsTransient(Exception exception) =>
        exception is TimeoutException or OrleansException or JournalUnavailableException or SiloUnavailableException
            or ObjectDisposedException or System.Net.Sockets.SocketException or IOException;
}
