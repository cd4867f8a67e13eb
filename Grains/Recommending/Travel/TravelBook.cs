using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tocsin.Recommending.Travel;

/// <summary>
/// What this silo knows about driving: asked for in the background, so that no recommendation waits for it. At first: nothing, and nothing
/// is corrected.
/// </summary>
internal sealed partial class TravelBook(IGrainFactory grains, TimeProvider time, ILogger<TravelBook> logger) : BackgroundService
{
    private volatile ITravelEstimator _estimator = GreatCircleEstimator.Instance;
    private long _version;

    /// <summary>The newest estimator.</summary>
    public ITravelEstimator Estimator => _estimator;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TravelLimits.AskEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await AskAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo goes down.
        }
    }

    private async Task AskAsync()
    {
        try
        {
            var model = await grains.GetGrain<ITravelGrain>(0).Model();
            if (model.Version == _version)
                return;
            (_estimator, _version) = (LearnedEstimator.Of(model), model.Version);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogMissing(exception);
        }
    }

    [LoggerMessage(2903, LogLevel.Debug, "What was learned about driving could not be had; what was known before stands")]
    private partial void LogMissing(Exception exception);
}
