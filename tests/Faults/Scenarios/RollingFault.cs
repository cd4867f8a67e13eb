using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// Every silo, then every gateway is restarted, one by one, as in an upgrade: SIGTERM, its clean end, a start, readiness, the next one.
/// </summary>
/// <param name="given">A cluster that several faults share; null: it starts one of its own.</param>
public sealed class RollingFault(SupervisedCluster? given = null) : ClusterFault(given)
{
    /// <inheritdoc/>
    public override string Name => "rolling";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.Meant;

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        for (var i = 0; i < Cluster.Silos.Count; i++)
        {
            // While it stops it may miss a probe; that is no vote against a healthy one.
            await CondemnAsync(i);
            await RestartAsync(course, $"silo {i + 1}", Cluster.Silos[i]);
        }

        for (var i = 0; i < Cluster.Gateways.Count; i++)
            await RestartAsync(course, $"gateway {i + 1}", Cluster.Gateways[i]);
    }

    private async Task RestartAsync(Course course, string name, ServerProcess process)
    {
        SupervisorOf(process).Hold();
        var struck = course.Elapsed;
        if (await process.StopAsync() is not 0 and var code)
            course.Problems.Add($"{name} ended with {code}, not cleanly.");
        process.Start();
        SupervisorOf(process).Release();
        await process.ReadyAsync();
        course.Over(name, struck);
    }
}
