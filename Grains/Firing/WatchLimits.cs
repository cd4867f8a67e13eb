using Microsoft.Extensions.Options;

namespace Tocsin.Firing;

/// <summary>
/// Limits how many clocks of a silo fire at the same time, so that thousands of them do not delay the dispatchers' commands.
/// </summary>
internal sealed class WatchLimits(IOptions<WatchOptions> options, WatchMetrics metrics) : IDisposable
{
    private readonly SemaphoreSlim _firings = new(options.Value.FiringsAtOnce);

    public WatchOptions Options { get; } = options.Value;

    /// <summary>Runs a firing as soon as the limit allows.</summary>
    public async Task FireAsync(Func<Task> fire)
    {
        await _firings.WaitAsync();
        try
        {
            await fire();
        }
        finally
        {
            _firings.Release();
        }
    }

    /// <summary>Records how late something was fired.</summary>
    public void Fired(TimeSpan lateness) => metrics.Fired(lateness);

    /// <inheritdoc/>
    public void Dispose() => _firings.Dispose();
}
