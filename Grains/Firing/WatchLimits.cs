using Microsoft.Extensions.Options;

namespace Tocsin.Firing;

/// <summary>
/// Keeps the firings of a silo within their limit, so that thousands of clocks at once never slow a dispatcher's command.
/// </summary>
internal sealed class WatchLimits(IOptions<WatchOptions> options, WatchMetrics metrics) : IDisposable
{
    private readonly SemaphoreSlim _firings = new(options.Value.FiringsAtOnce);

    public WatchOptions Options { get; } = options.Value;

    /// <summary>Runs a firing when it is its turn.</summary>
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

    /// <summary>Something was fired, so much later than it was due.</summary>
    public void Fired(TimeSpan lateness) => metrics.Fired(lateness);

    /// <inheritdoc/>
    public void Dispose() => _firings.Dispose();
}
