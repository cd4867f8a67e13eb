using System.Diagnostics;

namespace Tocsin.Tests.Support.Waiting;

/// <summary>
/// Waits for what happens, not for seconds: a machine that is busy takes minutes for what takes a moment elsewhere, and that says nothing
/// of the product. What the product promises about time is measured and asserted by the test that names the promise.
/// </summary>
public static class Until
{
    /// <summary>10 min. At a load of 40 on two cores no start took longer than three: what has not come by then does not come.</summary>
    public static readonly TimeSpan Cap = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until something holds. Whoever does not answer an HTTP request yet is asked again.</summary>
    /// <param name="what">What is waited for, as the failure says it: "the load is on".</param>
    /// <param name="holds">Whether it holds now.</param>
    /// <param name="seen">What was last seen, for the failure.</param>
    /// <param name="hopeless">Why it cannot come any more, e.g. a process that has ended; null while it can.</param>
    /// <param name="every">How long after a look the next one is: 50 ms unless given.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="TimeoutException">It did not come, or cannot come any more.</exception>
    public static async Task HoldsAsync(
        string what,
        Func<Task<bool>> holds,
        Func<string>? seen = null,
        Func<string?>? hopeless = null,
        TimeSpan? every = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(holds);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            // Asked before the look: what came just before the end is found.
            var over = hopeless?.Invoke();
            var silence = "";
            try
            {
                if (await holds())
                    return;
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
            {
                silence = e.Message;
            }

            if (over is null && waited.Elapsed >= Cap)
                over = $"given up after {Cap.TotalMinutes:0} min";
            if (over is not null)
            {
                var failure = $"Waited {waited.Elapsed.TotalSeconds:0} s until {what}: {over}.";
                throw new TimeoutException(string.Join('\n', failure, silence, seen?.Invoke()).TrimEnd());
            }

            await Task.Delay(every ?? Often, stop);
        }
    }

    /// <summary>Waits until something holds.</summary>
    /// <inheritdoc cref="HoldsAsync(string, Func{Task{bool}}, Func{string}, Func{string}, TimeSpan?, CancellationToken)"/>
    public static Task HoldsAsync(string what, Func<bool> holds, Func<string>? seen = null, CancellationToken stop = default) =>
        HoldsAsync(what, () => Task.FromResult(holds()), seen, stop: stop);

    /// <summary>Waits until a process has ended by itself; one that does not is killed.</summary>
    /// <param name="process">The process.</param>
    /// <param name="name">Its name, for the failure.</param>
    /// <exception cref="TimeoutException">It did not end.</exception>
    internal static async Task EndedAsync(Process process, string name)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Cap);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{name} did not end within {Cap.TotalMinutes:0} min, and was killed.");
        }
    }
}
