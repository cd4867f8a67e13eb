using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// PostgreSQL is restarted under load: once at once (immediate: as after a crash, it recovers from its log), once as an administrator would
/// (fast).
/// </summary>
/// <param name="given">A cluster that several faults share; null: it starts one of its own.</param>
public sealed class DatabaseFault(SupervisedCluster? given = null) : ClusterFault(given)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    public override string Name => "database";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.DatabaseAway;

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        await RestartAsync(course, ShutdownMode.Immediate);
        await Task.Delay(Between);
        await RestartAsync(course, ShutdownMode.Fast);
    }

    private async Task RestartAsync(Course course, ShutdownMode mode)
    {
        var struck = course.Elapsed;
        await Cluster.Postgres.StopAsync(mode);
        await Cluster.Postgres.StartAgainAsync();
        course.Over($"restart, {mode}", struck);
    }
}
