using Tocsin.Tests.Faults.Measuring;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// One silo of three is frozen (SIGSTOP): it answers nothing, and its connections stay open. Later it thaws, finds that it was voted out,
/// and must end itself without having done harm; its supervisor starts it again.
/// </summary>
/// <param name="given">A cluster that several faults share; null: it starts one of its own.</param>
public sealed class FreezeFault(SupervisedCluster? given = null) : ClusterFault(given)
{
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(9);

    /// <inheritdoc/>
    public override string Name => "freeze";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.SiloLost;

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var victim = VictimOf(course);
        var generation = await CondemnAsync(victim);
        var process = Cluster.Silos[victim];
        var restarts = SupervisorOf(process).Restarts;
        var struck = course.Elapsed;
        await process.FreezeAsync();
        course.Lost("SIGSTOP", struck);
        await DetectAsync(course, generation, struck);
        if (struck + Frozen - course.Elapsed is { Ticks: > 0 } rest)
            await Task.Delay(rest);
        await process.ThawAsync();
        await StartedAgainAsync(course, victim, restarts);
    }
}
