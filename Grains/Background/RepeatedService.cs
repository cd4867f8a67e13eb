using Microsoft.Extensions.Hosting;

namespace Tocsin.Background;

/// <summary>Does the same thing at an interval, the first time after one interval, until the process stops.</summary>
/// <param name="interval">The interval, above 0; a round that takes longer delays the next one.</param>
/// <param name="time">The clock of the interval.</param>
internal abstract class RepeatedService(TimeSpan interval, TimeProvider time) : BackgroundService
{
    /// <summary>The clock of the interval.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>One round. It handles its own failures: one that leaves it ends the service, and with it the process.</summary>
    protected abstract Task RoundAsync(CancellationToken stoppingToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RoundAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }
}
