using Tocsin.Tests.Faults.Driving;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Faults.Scenarios;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>A cluster whose servers are replaced by those of another build, one by one, forward and back, under load.</summary>
public abstract class VersionsFault : ClusterFault
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.Meant;

    /// <inheritdoc/>
    public override DrivePlan Load => DrivePlan.Whole;

    /// <summary>Brings the schema up to a build's version, as an operator does before the first of its silos.</summary>
    protected async Task MigrateAsync(Course course, ServerBuild build)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(build);
        var began = course.Elapsed;
        await using var migrate = ToolRun.Start("dotnet", [build.Silo, "migrate", .. AuditOptions]);
        var (exit, output) = await migrate.EndAsync();
        if (exit != 0)
            course.Problems.Add($"migrate of {build.Name} ended with {exit}: {output}");
        course.Over($"migrate of {build.Name}", began);
    }

    /// <summary>Replaces every silo, then every gateway; lets the load go on for a while afterwards.</summary>
    protected async Task ReplaceAllAsync(Course course, ServerBuild build)
    {
        await ReplaceSilosAsync(course, build, 0, Cluster.Silos.Count);
        await ReplaceGatewaysAsync(course, build);
    }

    /// <summary>Replaces some silos.</summary>
    protected async Task ReplaceSilosAsync(Course course, ServerBuild build, int first, int count)
    {
        ArgumentNullException.ThrowIfNull(build);
        for (var i = first; i < first + count; i++)
        {
            // While it stops it may miss a probe; that is no vote against a healthy one.
            await CondemnAsync(i);
            await ReplaceAsync(course, $"silo {i + 1} to {build.Name}", Cluster.Silos[i], build.Silo);
        }
    }

    /// <summary>Replaces every gateway; lets the load go on for a while afterwards.</summary>
    protected async Task ReplaceGatewaysAsync(Course course, ServerBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        for (var i = 0; i < Cluster.Gateways.Count; i++)
            await ReplaceAsync(course, $"gateway {i + 1} to {build.Name}", Cluster.Gateways[i], build.Gateway);
        await Task.Delay(Between);
    }

    private async Task ReplaceAsync(Course course, string name, ServerProcess process, string program)
    {
        ArgumentNullException.ThrowIfNull(course);
        SupervisorOf(process).Hold();
        var began = course.Elapsed;
        if (await process.StopAsync() is not 0 and var code)
            course.Problems.Add($"{name}: the one before ended with {code}, not cleanly.");
        process.Program = program;
        process.Start();
        SupervisorOf(process).Release();
        await process.ReadyAsync();
        course.Over(name, began);
    }
}
