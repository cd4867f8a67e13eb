using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Watching;

namespace Tocsin.Tests.Ops;

/// <summary>One cluster and all that watches one, for the tests that need it: two silos, a gateway, the probe, the exporters, Alertmanager, Prometheus.</summary>
public sealed class Watched : IAsyncLifetime
{
    private const int LoadSeconds = 50;
    private readonly Stack<IAsyncDisposable> _parts = [];
    private LoadProgram? _load;

    /// <summary>The servers.</summary>
    public RunningCluster Cluster { get; private set; } = null!;

    /// <summary>What watches them.</summary>
    public PrometheusServer Prometheus { get; private set; } = null!;

    /// <summary>Where each of Tocsin's own programs shows its metrics, by the name of its list of targets.</summary>
    public IReadOnlyDictionary<string, Uri> Own { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Cluster = Later(await RunningCluster.StartAsync(new ClusterPlan { Silos = 2, Gateways = 1 }));
        var (probe, probeUrl) = await ProbeProcess.StartAsync(Cluster.Gateways.Select(g => g.Url));
        Later(probe);
        var (node, nodeUrl) = await Exporters.NodeAsync();
        Later(node);
        var (exporter, exporterUrl) = await Exporters.PostgresAsync(Cluster.ConnectionString);
        Later(exporter);
        var alertmanager = Later(await AlertmanagerServer.StartAsync());
        Own = new Dictionary<string, Uri> { ["silo"] = Cluster.Silos[0].Url, ["gateway"] = Cluster.Gateways[0].Url, ["probe"] = probeUrl };
        Prometheus = Later(await PrometheusServer.StartAsync(new Dictionary<string, IReadOnlyList<Uri>>
        {
            ["silo"] = [.. Cluster.Silos.Select(s => s.Url)],
            ["gateway"] = [.. Cluster.Gateways.Select(g => g.Url)],
            ["probe"] = [probeUrl],
            ["node"] = [nodeUrl],
            ["postgres"] = [exporterUrl],
            ["alertmanager"] = [alertmanager.Url],
        }));
    }

    /// <summary>Whole incidents, positions, consoles on the feed, clocks that warn and run out: begun once, by whoever asks first.</summary>
    public LoadProgram Load() => _load ??= Later(LoadProgram.Start(
        "profile", "city-peak", "--share", "0.5", "--seconds", $"{LoadSeconds}", "--policy", "compressed", "--url", Cluster.Gateways[0].Url.ToString()));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
    }

    private T Later<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
