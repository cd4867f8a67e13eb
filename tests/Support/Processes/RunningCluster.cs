using Npgsql;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Support.Processes;

/// <summary>A PostgreSQL, silos and gateways, each a process of its own, on free ports of loopback.</summary>
public sealed class RunningCluster : IAsyncDisposable
{
    private static readonly string[] Quiet = ["--Logging:LogLevel:Default", "Warning"];

    private readonly ClusterPlan _plan;
    private readonly PostgresServer? _postgres;
    private readonly List<int> _siloPorts;

    private RunningCluster(ClusterPlan plan, PostgresServer? postgres, string connection)
    {
        (_plan, _postgres, ConnectionString) = (plan, postgres, connection);
        _siloPorts = [.. Enumerable.Range(0, plan.Silos).Select(_ => FreePorts.Next())];
        Silos =
        [
            .. _siloPorts.Select(
                (port, i) => Silo(plan.Build, plan.SiloConnection(connection), SiloArguments(port, i), plan.PlaceOf(i))),
        ];
        Gateways = [.. Enumerable.Range(0, plan.Gateways).Select(_ => Gateway(plan.Build, connection, plan.IsPlain))];
    }

    /// <summary>The database server, where it was started with the cluster.</summary>
    public PostgresServer Postgres => _postgres ?? throw new InvalidOperationException("The database is not this cluster's own.");

    /// <summary>The silos' connection.</summary>
    public string ConnectionString { get; }

    /// <summary>The silos.</summary>
    public IReadOnlyList<ServerProcess> Silos { get; }

    /// <summary>The ports at which silos reach each other, by which the membership knows them.</summary>
    public IReadOnlyList<int> SiloPorts => _siloPorts;

    /// <summary>The gateways.</summary>
    public IReadOnlyList<ServerProcess> Gateways { get; }

    /// <summary>Starts all of it; the silos at once, on an empty database, so that each start proves the schema's upgrade, too.</summary>
    /// <param name="plan">How many of each, and where; three silos and two gateways on loopback unless given.</param>
    public static async Task<RunningCluster> StartAsync(ClusterPlan? plan = null)
    {
        plan ??= new ClusterPlan();
        var postgres = plan.Database is null ? await PostgresServer.StartAsync(plan.Trusted, plan.PostgresSettings) : null;
        var cluster = new RunningCluster(
            plan, postgres, plan.Database ?? await postgres!.CreateDatabaseAsync());
        try
        {
            foreach (var silo in cluster.Silos)
                silo.Start();
            await Task.WhenAll(cluster.Silos.Select(s => s.ReadyAsync()));
            foreach (var gateway in cluster.Gateways)
                gateway.Start();
            await Task.WhenAll(cluster.Gateways.Select(g => g.ReadyAsync()));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops every process in order, gateways first, and starts all again; returns when all are ready.</summary>
    /// <returns>The exit codes.</returns>
    public async Task<IReadOnlyList<int>> RestartAsync()
    {
        var exits = new List<int>();
        foreach (var process in Gateways.Concat(Silos))
            exits.Add(await process.StopAsync());
        foreach (var silo in Silos)
            silo.Start();
        await Task.WhenAll(Silos.Select(s => s.ReadyAsync()));
        foreach (var gateway in Gateways)
            gateway.Start();
        await Task.WhenAll(Gateways.Select(g => g.ReadyAsync()));
        return exits;
    }

    /// <summary>Stops everything that runs.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Gateways.Concat(Silos))
            await process.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }

    /// <summary>Gives a silo that is down other ports: for the others it is started on another address.</summary>
    public void Move(int silo)
    {
        _siloPorts[silo] = FreePorts.Next();
        Silos[silo].Arguments = SiloArguments(_siloPorts[silo], silo);
    }

    /// <summary>A silo on a database, not started yet.</summary>
    public static ServerProcess Silo(string connection) => Silo(ServerBuild.Own, connection);

    /// <summary>A silo of some build on a database, not started yet.</summary>
    public static ServerProcess Silo(ServerBuild build, string connection) =>
        Silo(
            build ?? throw new ArgumentNullException(nameof(build)),
            connection,
            SiloArguments(FreePorts.Next(), SiloPlace.Loopback),
            SiloPlace.Loopback);

    private static ServerProcess Silo(ServerBuild build, string connection, IReadOnlyList<string> arguments, SiloPlace place) => new(
        build.Silo,
        new Uri($"http://{place.Address}:{FreePorts.Next()}"),
        arguments,
        new Dictionary<string, string> { ["ConnectionStrings__Tocsin"] = connection },
        place.Launcher);

    private static string[] SiloArguments(int port, SiloPlace place) =>
    [
        "--Tocsin:Mode", "Cluster", "--Tocsin:SiloPort", $"{port}", "--Tocsin:GatewayPort", $"{FreePorts.Next()}",
        "--Tocsin:AdvertisedAddress", place.Address, "--Tocsin:DevTokens", "true", .. Plain(place != SiloPlace.Loopback), .. Quiet,
    ];

    private string[] SiloArguments(int port, int silo) => [.. SiloArguments(port, _plan.PlaceOf(silo)), .. _plan.SiloArguments];

    /// <summary>A gateway to the silos on a database, not started yet.</summary>
    public static ServerProcess Gateway(string connection) => Gateway(ServerBuild.Own, connection);

    /// <summary>A gateway of some build to the silos on a database, not started yet.</summary>
    public static ServerProcess Gateway(ServerBuild build, string connection) => Gateway(build, connection, isPlain: false);

    private static ServerProcess Gateway(ServerBuild build, string connection, bool isPlain) => new(
        (build ?? throw new ArgumentNullException(nameof(build))).Gateway,
        new Uri($"http://127.0.0.1:{FreePorts.Next()}"),
        ["--Tocsin:Mode", "Cluster", "--Tocsin:DevTokens", "true", "--Tocsin:Docs", "true", .. Plain(isPlain), .. Quiet],
        new Dictionary<string, string> { ["ConnectionStrings__Tocsin"] = connection });

    // Off loopback members talk without TLS only where they are told to.
    private static string[] Plain(bool isPlain) => isPlain ? ["--Tocsin:Tls:None", "true"] : [];
}
