using Npgsql;
using Tocsin.Tests.Faults.Scenarios;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Support.Disks;
using Tocsin.Tests.Support.Network;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;
using Tocsin.Tests.Support.Watching;

namespace Tocsin.Tests.Faults.Alerting;

/// <summary>
/// A cluster of three silos and two gateways, and all that watches one: Prometheus with our rules, Alertmanager, the exporters.
/// </summary>
public sealed class WatchedCluster : IAsyncDisposable
{
    private const int DiskMegabytes = 64;

    /// <summary>Three silos, two gateways, the probe, two exporters, Alertmanager, Prometheus.</summary>
    private const int Targets = 10;
    private readonly SupervisedCluster _house;
    private readonly NightTraffic _traffic;

    private WatchedCluster(SupervisedCluster house, NightTraffic traffic, SlowProxy proxy) =>
        (_house, _traffic, DatabaseLine) = (house, traffic, proxy);

    /// <summary>The servers.</summary>
    public RunningCluster Servers => _house.Servers;

    /// <summary>What lies between the silos and their database.</summary>
    public SlowProxy DatabaseLine { get; }

    /// <summary>What watches them.</summary>
    public required PrometheusServer Prometheus { get; init; }

    /// <summary>Where its alerts go.</summary>
    public required AlertmanagerServer Alertmanager { get; init; }

    /// <summary>What does as a desk does.</summary>
    public required BackgroundProgram Probe { get; init; }

    /// <summary>What measures the machine.</summary>
    public required BackgroundProgram Node { get; init; }

    /// <summary>What measures the database.</summary>
    public required BackgroundProgram Exporter { get; init; }

    /// <summary>A disk that can be filled; null where none may be mounted.</summary>
    public required SmallDisk? Disk { get; init; }

    /// <summary>Starts all of it.</summary>
    public static async Task<WatchedCluster> StartAsync()
    {
        var disk = await DiskAsync();
        var proxy = new SlowProxy(TimeProvider.System);
        var house = await SupervisedCluster.StartAsync(new ClusterPlan { SiloConnection = connection => Through(proxy, connection) });
        var traffic = await NightTraffic.StartAsync(house.Servers.Gateways.Select(g => g.Url));
        var (probe, probeUrl) = await ProbeProcess.StartAsync(house.Servers.Gateways.Select(g => g.Url));
        var (node, nodeUrl) = await Exporters.NodeAsync();
        var (exporter, exporterUrl) = await Exporters.PostgresAsync(house.Servers.ConnectionString);
        var alertmanager = await AlertmanagerServer.StartAsync();
        var prometheus = await PrometheusServer.StartAsync(new Dictionary<string, IReadOnlyList<Uri>>
        {
            ["silo"] = [.. house.Servers.Silos.Select(s => s.Url)],
            ["gateway"] = [.. house.Servers.Gateways.Select(g => g.Url)],
            ["probe"] = [probeUrl],
            ["node"] = [nodeUrl],
            ["postgres"] = [exporterUrl],
            ["alertmanager"] = [alertmanager.Url],
        });
        await SeenAsync(prometheus);
        return new WatchedCluster(house, traffic, proxy)
        {
            Prometheus = prometheus,
            Alertmanager = alertmanager,
            Probe = probe,
            Node = node,
            Exporter = exporter,
            Disk = disk,
        };
    }

    /// <summary>Kills a server, and lets it lie.</summary>
    public async Task KillAsync(params IEnumerable<ServerProcess> victims)
    {
        foreach (var victim in victims)
        {
            _house.SupervisorOf(victim).Hold();
            await victim.KillAsync();
        }
    }

    /// <summary>Lets its supervisor start it again.</summary>
    public async Task ReviveAsync(params IEnumerable<ServerProcess> victims)
    {
        foreach (var victim in victims)
        {
            victim.Start();
            _house.SupervisorOf(victim).Release();
            await victim.ReadyAsync();
        }
    }

    /// <summary>Waits until every server is ready.</summary>
    public Task ReadyAsync() => Task.WhenAll(_house.All.Select(p => p.ReadyAsync()));

    /// <summary>A client of a gateway, for whatever a fault has to do by commands.</summary>
    public TocsinClient Client() => new(Servers.Gateways[0].Url, new TokenBook("alerts", null), Patience.Default, TimeProvider.System);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Prometheus.DisposeAsync();
        await Alertmanager.DisposeAsync();
        await Probe.DisposeAsync();
        await Node.DisposeAsync();
        await Exporter.DisposeAsync();
        await _traffic.DisposeAsync();
        await _house.DisposeAsync();
        DatabaseLine.Dispose();
        if (Disk is not null)
            await Disk.DisposeAsync();
    }

    private static string Through(SlowProxy proxy, string connection)
    {
        var own = new NpgsqlConnectionStringBuilder(connection);
        proxy.ServerPort = own.Port;
        own.Port = proxy.Port;
        return own.ConnectionString;
    }

    /// <summary>Whatever is broken must have been seen whole before.</summary>
    private static async Task SeenAsync(PrometheusServer prometheus)
    {
        var seen = 0;
        await Until.HoldsAsync(
            $"Prometheus has seen all {Targets} targets",
            async () => (seen = (await prometheus.QueryAsync("up == 1")).Count) >= Targets,
            () => $"It saw {seen}.",
            every: TimeSpan.FromMilliseconds(500));
    }

    private static async Task<SmallDisk?> DiskAsync()
    {
        try
        {
            return await SmallDisk.MountAsync(DiskMegabytes);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
