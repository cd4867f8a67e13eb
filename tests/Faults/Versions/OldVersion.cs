using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>
/// A cluster of the oldest supported build becomes this build, server by server: first all silos but one and back again, then all of it.
/// While one of the old build is there nothing is written that it cannot read, so the way back is open, and its audit finds nothing; once
/// all are new, the first incident ends the way back.
/// </summary>
public sealed class OldVersion : VersionsFault
{
    private ServerBuild? _old;

    /// <inheritdoc/>
    public override string Name => "old";

    /// <inheritdoc/>
    protected override ClusterPlan Plan => new() { Build = Old };

    private ServerBuild Old => _old ?? throw new InvalidOperationException("It was not opened.");

    /// <inheritdoc/>
    public override async Task OpenAsync()
    {
        _old = await OldBuild.MakeAsync();
        await base.OpenAsync();
    }

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        var last = Cluster.Silos.Count - 1;
        await MigrateAsync(course, ServerBuild.Own);
        await ReplaceSilosAsync(course, ServerBuild.Own, 0, last);
        await ReplaceSilosAsync(course, Old, 0, last);
        var (exit, output) = await JournalAuditing.RunAsync(Old, AuditOptions);
        if (exit != 0)
            course.Problems.Add($"The audit of {Old.Name} ended with {exit}: {output}");
        await ReplaceAllAsync(course, ServerBuild.Own);
    }
}
