using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>
/// A cluster of the oldest supported build becomes this build and then the old one again, server by server. Nothing new is written, so the
/// old build reads all of it; the audits of both builds find nothing.
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
        await MigrateAsync(course, ServerBuild.Own);
        await ReplaceAllAsync(course, ServerBuild.Own);
        await ReplaceGatewaysAsync(course, Old);
        await ReplaceSilosAsync(course, Old, 0, Cluster.Silos.Count);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> AuditAsync()
    {
        var (exit, output) = await JournalAuditing.RunAsync(Old, AuditOptions);
        string[] old = exit == 0 ? [] : [$"The audit of {Old.Name} ended with {exit}: {output}"];
        return [.. await base.AuditAsync(), .. old];
    }
}
