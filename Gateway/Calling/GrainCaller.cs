using Tocsin.Journal;
using Tocsin.Problems;

namespace Tocsin.Calling;

/// <summary>
/// Calls the cluster so that a silo that dies, freezes or moves costs its callers a second and no errors. It trusts its own clock, not the
/// client's: Orleans looks at time-outs once a second, and breaks nothing when a silo dies. A try is started again only with the same
/// command id, so that what is tried twice is done once.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="metrics">Counts repeated tries.</param>
/// <param name="connection">Whether there is a cluster to call.</param>
internal sealed class GrainCaller(TimeProvider time, EdgeMetrics metrics, ClusterConnection connection)
{
    /// <summary>Calls, and calls again as the policy says.</summary>
    /// <param name="policy">How patiently.</param>
    /// <param name="call">Starts one try; it is given the number of the try, from 1.</param>
    /// <param name="cancellation">Whoever asked is gone: stops waiting, not what was started.</param>
    /// <exception cref="ClusterUnavailableException">No try was answered in time, or the journal is away.</exception>
    public async Task<T> Call<T>(CallPolicy policy, Func<int, Task<T>> call, CancellationToken cancellation)
    {
        if (!connection.IsFound)
            throw new ClusterUnavailableException("No silo was found yet.");
        var started = time.GetTimestamp();
        var first = Start(call, 1);
        // Nearly always the first try is answered at once: then nothing more is set up.
        var patience = policy.HedgeAfter < policy.TryTime ? policy.HedgeAfter : policy.TryTime;
        try
        {
            return await first.WaitAsync(patience, time, cancellation);
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            return await new Tries<T>(policy, call, time, metrics, started, first).Run(cancellation);
        }
    }

    /// <summary>Starts a try; one that fails before it has begun fails like any other.</summary>
    internal static Task<T> Start<T>(Func<int, Task<T>> call, int attempt)
    {
        try
        {
            return call(attempt);
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            return Task.FromException<T>(exception);
        }
        catch (ArgumentException exception)
        {
            // Just connected, a client does not know yet which grains there are.
            return Task.FromException<T>(new SiloUnavailableException("The cluster's grains are not known yet.", exception));
        }
    }

    /// <summary>Whether the same call may well be answered by another silo, or a little later.</summary>
    internal static bool IsPassing(Exception exception) =>
        exception is TimeoutException or OrleansException or JournalUnavailableException or SiloUnavailableException
            or ObjectDisposedException or System.Net.Sockets.SocketException or IOException;
}
