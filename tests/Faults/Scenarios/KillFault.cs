using Tocsin.Tests.Faults.Measuring;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// One silo of three is killed (SIGKILL), and its host stays away for a while: the others must find out by themselves, and no restart tells
/// them.
/// </summary>
/// <param name="given">A cluster that several faults share; null: it starts one of its own.</param>
public sealed class KillFault(SupervisedCluster? given = null) : ClusterFault(given)
{
    private static readonly TimeSpan HostAway = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public override string Name => "kill";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.SiloLost;

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var victim = VictimOf(course);
        var generation = await CondemnAsync(victim);
        var process = Cluster.Silos[victim];
        SupervisorOf(process).Hold();
        var struck = course.Elapsed;
        await process.KillAsync();
        course.Lost("kill -9", struck);
        await DetectAsync(course, generation, struck);
        if (struck + HostAway - course.Elapsed is { Ticks: > 0 } rest)
            await Task.Delay(rest);
        process.Start();
        SupervisorOf(process).Release();
        await process.ReadyAsync();
    }
}
