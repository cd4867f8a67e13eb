using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>
/// A cluster of this build becomes a newer one that writes what this build does not know, then this build again (which nobody should do
/// after such a write), then the newer one. Nothing stops, and in the end everything can be read.
/// </summary>
public sealed class NewerVersion : VersionsFault
{
    private ServerBuild? _newer;

    /// <inheritdoc/>
    public override string Name => "newer";

    /// <inheritdoc/>
    public override IReadOnlyList<string> UnknownKinds => ["bulletin"];

    private ServerBuild Newer => _newer ?? throw new InvalidOperationException("It was not opened.");

    private Uri AnyGateway => Cluster.Gateways[0].Url;

    /// <inheritdoc/>
    public override async Task OpenAsync()
    {
        _newer = await NewerBuild.MakeAsync();
        await base.OpenAsync();
    }

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        var trials = new Trials(course, new TokenBook("versions", null));
        var things = new NewThings(trials);
        await MigrateAsync(course, Newer);

        // Mixed: a gateway that comes too early already offers what two silos know and the third does not.
        await ReplaceSilosAsync(course, Newer, 0, 2);
        await using (var early = RunningCluster.Gateway(Newer, Cluster.ConnectionString))
        {
            early.Start();
            await early.ReadyAsync();
            await things.RefusedAsync(early.Url);
        }

        await ReplaceSilosAsync(course, Newer, 2, 1);
        await ReplaceGatewaysAsync(course, Newer);
        await things.MadeAsync(AnyGateway);

        // The way back, which is closed by now: gateways first.
        await ReplaceGatewaysAsync(course, ServerBuild.Own);
        await ReplaceSilosAsync(course, ServerBuild.Own, 0, 2);
        await things.MovesAsync(AnyGateway);
        await ReplaceSilosAsync(course, ServerBuild.Own, 2, 1);
        await things.UnknownAsync(AnyGateway);
        await trials.UntilAsync("a metric counts what is due and unknown", async () =>
            (await Trials.MetricAsync(Cluster.Silos, "tocsin_watch_unreadable")).Any(v => v >= 1));
        trials.Check(
            (await Trials.MetricAsync(Cluster.Silos, "tocsin_watch_blind")).All(v => v == 0), "A watch cannot read what is due.");

        await ReplaceAllAsync(course, Newer);
        await things.ReadableAsync(AnyGateway);
        trials.Check(
            (await Trials.MetricAsync(Cluster.Silos, "tocsin_watch_unreadable")).All(v => v == 0), "A watch still counts what is unknown.");
        Console.WriteLine($"{trials.Passed} answers about new things were as they must be.");
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> AuditAsync()
    {
        var (exit, output) = await JournalAuditing.RunAsync(Newer, AuditOptions);
        var late = output.Split('\n').Count(line => line.StartsWith("clockUnfired bulletin/due-", StringComparison.Ordinal));

        // While no silo could read them, nobody ended these: that is so, and the audit says it. It must say nothing else.
        return exit == 0 || output.Contains($": {late} findings", StringComparison.Ordinal)
            ? []
            : [$"The audit of {Newer.Name} ended with {exit}: {output}"];
    }
}
