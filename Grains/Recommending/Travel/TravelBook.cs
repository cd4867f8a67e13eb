using Microsoft.Extensions.Logging;
using Tocsin.Background;

namespace Tocsin.Recommending.Travel;

/// <summary>
/// What this silo knows about driving: asked for in the background, so that no recommendation waits for it. At first: nothing, and nothing
/// is corrected.
/// </summary>
internal sealed partial class TravelBook(IGrainFactory grains, TimeProvider time, ILogger<TravelBook> logger)
    : RepeatedService(TravelLimits.AskEvery, time)
{
    private volatile ITravelEstimator _estimator = GreatCircleEstimator.Instance;
    private long _version;

    /// <summary>The newest estimator.</summary>
    public ITravelEstimator Estimator => _estimator;

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken stoppingToken)
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
