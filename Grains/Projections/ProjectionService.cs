using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tocsin.Projections;

/// <summary>
/// Brings the projections up to date each <see cref="ProjectionLimits.Interval"/>, and goes on with those that are made anew. A report
/// brings the one that it reads up to date itself, so nothing depends on how often this runs.
/// </summary>
internal sealed partial class ProjectionService(
    ProjectionCatalogue projections, ProjectionRunner runner, TimeProvider time, ILogger<ProjectionService> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ProjectionLimits.Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var projection in projections.All)
                    await FollowAsync(projection, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private async Task FollowAsync(Projection projection, CancellationToken stoppingToken)
    {
        try
        {
            await runner.CatchUpAsync(projection, stoppingToken);
            while (await runner.RebuildStepAsync(projection, stoppingToken))
            {
                // The next step.
            }
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            LogFailed(projection.Name, exception.Message);
        }
    }

    [LoggerMessage(2641, LogLevel.Warning, "The rows '{Projection}' of reports were not brought up to date: {Reason}; tried again soon")]
    private partial void LogFailed(string projection, string reason);
}
