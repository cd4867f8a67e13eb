using Tocsin.Tests.Faults.Measuring;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>The embedded default is killed (SIGKILL) and started again on the same folder.</summary>
public sealed class KillEmbeddedFault : EmbeddedFault
{
    private DirectoryInfo? _folder;

    /// <inheritdoc/>
    public override string Name => "kill-embedded";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.ProcessAway;

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var struck = course.Elapsed;
        await Server.KillAsync();
        Server.Start();
        await Server.ReadyAsync();
        course.Over("kill -9", struck);
    }

    /// <inheritdoc/>
    protected override Task<string> OpenFolderAsync()
    {
        _folder = Directory.CreateTempSubdirectory("tocsin-faults-");
        return Task.FromResult(_folder.FullName);
    }

    /// <inheritdoc/>
    protected override Task CloseFolderAsync()
    {
        _folder?.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
