using Tocsin.Tests.Faults.Measuring;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// All silos and gateways are killed at one instant (SIGKILL), as by a power cut, and started at other ports at once: what stands in the
/// table of members is dead, and nobody is left who could say so.
/// </summary>
/// <param name="given">A cluster that several faults share; null: it starts one of its own.</param>
public sealed class AllKilledFault(SupervisedCluster? given = null) : ClusterFault(given)
{
    /// <inheritdoc/>
    public override string Name => "all-killed";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.AllLost;

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        for (var i = 0; i < Cluster.Silos.Count; i++)
            await CondemnAsync(i);
        var servers = Cluster.Silos.Concat(Cluster.Gateways).ToList();
        foreach (var server in servers)
            SupervisorOf(server).Hold();
        var struck = course.Elapsed;
        await Task.WhenAll(servers.Select(s => s.KillAsync()));
        for (var i = 0; i < Cluster.Silos.Count; i++)
            Cluster.Move(i);
        course.Over("all are killed", struck);
        foreach (var server in servers)
        {
            server.Start();
            SupervisorOf(server).Release();
        }

        await Task.WhenAll(servers.Select(s => s.ReadyAsync()));
    }
}
