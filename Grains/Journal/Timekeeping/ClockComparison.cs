using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tocsin.Journal.Timekeeping;

/// <summary>
/// Compares this silo's clock with the database's. Recording times are the database's. But a silo uses its own clock for what happens
/// "now", for whether a time is in the future, and for when a clock is due. So a silo whose clock is wrong logs that.
/// </summary>
/// <param name="database">The database's clock.</param>
/// <param name="time">This silo's clock.</param>
/// <param name="metrics">What is measured.</param>
/// <param name="logger">Logs a clock that is wrong.</param>
public sealed partial class ClockComparison(
    IDatabaseClock database, TimeProvider time, ClockMetrics metrics, ILogger<ClockComparison> logger) : BackgroundService
{
    /// <summary>A clock that is further off than this is wrong (design.md).</summary>
    public static readonly TimeSpan OffsetMax = TimeSpan.FromMilliseconds(500);

    /// <summary>How often it is compared.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Of a clock that stays wrong it is said again after this.</summary>
    public static readonly TimeSpan SaidAgainAfter = TimeSpan.FromMinutes(10);

    private long? _saidAt;

    /// <summary>Compares once.</summary>
    /// <returns>How far this silo's clock is ahead; negative: behind.</returns>
    /// <exception cref="JournalUnavailableException">The database does not answer.</exception>
    public async Task<TimeSpan> CompareAsync(CancellationToken cancellation = default)
    {
        var (ahead, half) = await ClockOffset.MeasureAsync(database, time, cancellation);
        var offset = -ahead;
        metrics.Offset(offset);
        if (offset.Duration() - half > OffsetMax)
            SayWrong(offset, half);
        else if (_saidAt is not null && offset.Duration() + half <= OffsetMax)
            SayRight(offset);
        return offset;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CompareAsync(stoppingToken);
            }
            catch (JournalUnavailableException)
            {
                // The writer logs it; the clocks are compared later.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void SayWrong(TimeSpan offset, TimeSpan uncertain)
    {
        if (_saidAt is { } said && time.GetElapsedTime(said) < SaidAgainAfter)
            return;
        _saidAt = time.GetTimestamp();
        LogWrong(offset.TotalSeconds, uncertain.TotalSeconds);
    }

    private void SayRight(TimeSpan offset)
    {
        _saidAt = null;
        LogRight(offset.TotalSeconds);
    }

    [LoggerMessage(
        2601,
        LogLevel.Error,
        "This silo's clock is {OffsetSeconds:0.000} s ahead of the database's (negative: behind), "
            + "give or take {UncertainSeconds:0.000} s: set the machine's time")]
    private partial void LogWrong(double offsetSeconds, double uncertainSeconds);

    [LoggerMessage(2602, LogLevel.Information, "This silo's clock is right again: {OffsetSeconds:0.000} s ahead of the database's")]
    private partial void LogRight(double offsetSeconds);

    [LoggerMessage(2603, LogLevel.Error, "This silo's clock could not be compared; it is tried again")]
    private partial void LogFailed(Exception exception);
}
