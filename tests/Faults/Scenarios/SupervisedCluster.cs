using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>A cluster whose servers are started again when they end.</summary>
public sealed class SupervisedCluster : IAsyncDisposable
{
    private readonly List<Supervisor> _supervisors;

    private SupervisedCluster(RunningCluster cluster)
    {
        Servers = cluster;
        _supervisors = [.. All.Select(process => new Supervisor(process))];
    }

    /// <summary>The servers.</summary>
    public RunningCluster Servers { get; }

    /// <summary>Silos and gateways.</summary>
    public IEnumerable<ServerProcess> All => Servers.Silos.Concat(Servers.Gateways);

    /// <summary>Starts one.</summary>
    public static async Task<SupervisedCluster> StartAsync(ClusterPlan? plan = null) => new(await RunningCluster.StartAsync(plan));

    /// <summary>Whoever starts this server again when it ends.</summary>
    public Supervisor SupervisorOf(ServerProcess process) => _supervisors[All.ToList().IndexOf(process)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var supervisor in _supervisors)
            await supervisor.DisposeAsync();
        await Servers.DisposeAsync();
    }
}
