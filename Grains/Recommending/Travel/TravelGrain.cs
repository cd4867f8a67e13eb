using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Tocsin.Recommending.Travel;

/// <summary>Learns in the background, away from any command: the cluster has one, and silos ask it what it knows.</summary>
[Reentrant]
internal sealed partial class TravelGrain(
    JourneyReader reader, TimeProvider time, ILogger<TravelGrain> logger) : Grain, ITravelGrain, IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private TravelModel _model = TravelModel.Cold;
    private Task _learning = Task.CompletedTask;
    private DateTimeOffset _nextAt;

    /// <inheritdoc/>
    public Task<TravelModel> Model()
    {
        if (_learning.IsCompleted && time.GetUtcNow() >= _nextAt)
            _learning = LearnAsync();
        return Task.FromResult(_model);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _over.Cancel();
        _over.Dispose();
    }

    private async Task LearnAsync()
    {
        var started = time.GetTimestamp();
        var (now, over) = (time.GetUtcNow(), _over.Token);
        _nextAt = now + TravelLimits.LearnEvery;
        try
        {
            // Thousands of rows are read and sorted: not on the grain's turn.
            _model = await Task.Run(async () => TravelLearning.Learn(await reader.ReadAsync(now, over), now), over);
            LogLearned(
                _model.Journeys,
                _model.Corrected,
                _model.ErrorUncorrected?.MedianAbsolute,
                _model.ErrorCorrected?.MedianAbsolute,
                time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _nextAt = now + TravelLimits.LearnAgainAfter;
            if (!over.IsCancellationRequested)
                LogFailed(exception);
        }
    }

    [LoggerMessage(2901, LogLevel.Information,
        "Learned from {Journeys} journeys (corrected: {Corrected}; median error {Before} s before, {After} s after) " +
        "in {Milliseconds:0} ms")]
    private partial void LogLearned(int journeys, bool corrected, double? before, double? after, double milliseconds);

    [LoggerMessage(2902, LogLevel.Warning, "Travel times could not be learned; what was learned before stands, and it is tried again")]
    private partial void LogFailed(Exception exception);
}
