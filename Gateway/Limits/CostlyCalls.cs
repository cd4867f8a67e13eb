using System.Collections.Concurrent;
using Tocsin.Calling;
using Tocsin.SignIn;

namespace Tocsin.Limits;

/// <summary>
/// Calls for reads that take long: a few of each kind under way for one identity, and cancelled in the cluster when the client hangs up, or
/// when nobody waits for them any longer.
/// </summary>
internal sealed class CostlyCalls(LimitMetrics metrics, TimeProvider time)
{
    // Later than the caller itself gives up, so that what it reports is that the time is over.
    private static readonly TimeSpan AbandonedAfter = CallPolicy.Report.TotalTimeout + TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<CostlyRead, AtOnce> _underWay = new();

    /// <summary>The call, to be started under <see cref="CallPolicy.Report"/>.</summary>
    /// <param name="http">The request.</param>
    /// <param name="kind">The kind of read.</param>
    /// <param name="read">
    /// Asks the grain with this key, another one for each question: only so a cancellation, which is a call of its own, comes to the very
    /// activation that answers.
    /// </param>
    /// <returns>Started, it throws <see cref="TooManyAtOnceException"/> where as many are under way as may be.</returns>
    public Func<Task<T>> Of<T>(HttpContext http, CostlyRead kind, Func<long, CancellationToken, Task<T>> read) =>
        () => RunAsync(http, kind, read);

    private async Task<T> RunAsync<T>(HttpContext http, CostlyRead kind, Func<long, CancellationToken, Task<T>> read)
    {
        var (subject, underWay) = (((CallerPrincipal)http.User).Caller.Subject, _underWay.GetOrAdd(kind, k => new AtOnce(k.AtOnce)));
        if (!underWay.TryEnter(subject))
        {
            metrics.Reached(kind.Name);
            throw new TooManyAtOnceException();
        }

        try
        {
            using var abandoned = new CancellationTokenSource(AbandonedAfter, time);
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, abandoned.Token);
            return await read(Random.Shared.NextInt64(), gone.Token);
        }
        finally
        {
            underWay.Leave(subject);
        }
    }
}
