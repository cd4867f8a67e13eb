using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Watching;

namespace Tocsin.Tests.Ops;

/// <summary>
/// One cluster and all that watches one, for the tests that need it: two silos, a gateway, the probe, the exporters, Alertmanager,
/// Prometheus.
/// </summary>
public sealed class Watched : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private const int LoadSeconds = 25;
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

    /// <summary>
    /// Whole incidents, positions, consoles on the feed, clocks that warn and run out: begun once, by whoever asks first.
    /// </summary>
    public async Task<LoadProgram> LoadAsync()
    {
        if (_load is not null)
            return _load;
        _load = StartLoad();
        await AskAsync();
        return _load;
    }

    /// <summary>Begins the load once more, where it has ended: some queries have data only while something happens.</summary>
    public async Task KeepLoadingAsync()
    {
        if ((await LoadAsync()).HasExited)
            _load = StartLoad();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
            await part.DisposeAsync();
    }

    /// <summary>What a supervisor's desk asks and the load does not: what is late; and somebody without a token, who is refused.</summary>
    private async Task AskAsync()
    {
        using var http = new HttpClient { BaseAddress = Cluster.Gateways[0].Url };
        using var refused = await http.GetAsync(new Uri("/api/v1/incidents", UriKind.Relative));
        http.DefaultRequestHeaders.Authorization = new("Bearer", await DevSignIn.TokenAsync(http, "watched", "supervisor"));
        for (var i = 0; i < LoadSeconds; i++)
        {
            (await http.GetAsync(new Uri("/api/v1/overdue", UriKind.Relative))).EnsureSuccessStatusCode();
            await Task.Delay(Second);
        }
    }

    private LoadProgram StartLoad() => Later(LoadProgram.Start(
        "profile", "city-peak", "--share", "0.5", "--seconds", $"{LoadSeconds}",
        "--policy", "compressed", "--url", Cluster.Gateways[0].Url.ToString()));

    private T Later<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
