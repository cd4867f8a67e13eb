using Microsoft.Extensions.Logging;
using Tocsin.Background;

namespace Tocsin.Projections;

/// <summary>
/// Brings the projections up to date each <see cref="ProjectionLimits.Interval"/>, and continues rebuilds. A report brings the projection
/// that it reads up to date itself, so nothing depends on how often this runs.
/// </summary>
internal sealed partial class ProjectionService(
    ProjectionCatalogue projections, ProjectionRunner runner, TimeProvider time, ILogger<ProjectionService> logger)
    : RepeatedService(ProjectionLimits.Interval, time)
{
    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        foreach (var projection in projections.All)
            await FollowAsync(projection, stoppingToken);
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
        catch (Exception exception) when (exception is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
        {
            LogFailed(projection.Name, exception.Message);
        }
    }

    [LoggerMessage(2641, LogLevel.Warning, "The rows '{Projection}' of reports were not brought up to date: {Reason}; tried again soon")]
    private partial void LogFailed(string projection, string reason);
}
