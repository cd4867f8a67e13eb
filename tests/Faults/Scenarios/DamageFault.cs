using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// Bits flip in the embedded file, wherever one incident stands: that incident is answered as damaged, the others go on, the audit names it
/// and nothing else. Then they flip back, and all is whole.
/// </summary>
public sealed class DamageFault : EmbeddedFault
{
    private DirectoryInfo? _folder;

    /// <inheritdoc/>
    public override string Name => "damage";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.ProcessAway;

    private string Data => _folder?.FullName ?? throw new InvalidOperationException("It was not opened.");

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var victim = await MarkedIncident.MakeAsync(Server.Url);
        var neighbour = await MarkedIncident.MakeAsync(Server.Url);
        var places = (IReadOnlyList<long>)[];
        await RestartAsync(course, "bits flip", file => places = FlippedBits.Flip(file, victim.Marker));
        if (places.Count < 2)
            course.Problems.Add($"Its line and its row should hold the narrative; it was found {places.Count} times.");
        await ExpectAsync(course, victim, "", "503 damaged");
        await ExpectAsync(course, victim, "/trail", "503 damaged");
        await ExpectAsync(course, neighbour, "", "200");
        await ExpectAsync(course, neighbour, "/trail", "200");
        await ExpectNamedAsync(course, victim);

        await RestartAsync(course, "they flip back", file => FlippedBits.FlipAt(file, places));
        await ExpectAsync(course, victim, "", "200");
        await ExpectAsync(course, victim, "/trail", "200");
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

    // A graceful stop leaves all of it in one file.
    private async Task RestartAsync(Course course, string what, Action<string> damage)
    {
        var struck = course.Elapsed;
        await Server.StopAsync();
        damage(Path.Combine(Data, "journal.db"));
        Server.Start();
        await Server.ReadyAsync();
        course.Over(what, struck);
    }

    private async Task ExpectAsync(Course course, MarkedIncident incident, string part, string due)
    {
        var said = await incident.AskAsync(Server.Url, part);
        if (said != due)
            course.Problems.Add($"{incident.Id}{part} was answered {said} instead of {due}.");
    }

    private async Task ExpectNamedAsync(Course course, MarkedIncident victim)
    {
        var (exit, output) = await JournalAuditing.RunAsync(AuditOptions);
        var findings = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1];
        if (exit != 1 || !findings.Any(f => f.StartsWith("damaged ", StringComparison.Ordinal))
            || findings.Any(f => !f.Contains(victim.Id, StringComparison.Ordinal)))
        {
            course.Problems.Add($"The audit should name {victim.Id} and nothing else; it ended with {exit}: {output}");
        }
    }
}
