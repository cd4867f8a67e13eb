using Npgsql;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Support.Processes;

/// <summary>A PostgreSQL, silos and gateways, each a process of its own, on free ports of loopback.</summary>
public sealed class RunningCluster : IAsyncDisposable
{
    private static readonly string[] Quiet = ["--Logging:LogLevel:Default", "Warning"];

    private RunningCluster(PostgresServer postgres, string connection, IReadOnlyList<ServerProcess> silos, IReadOnlyList<ServerProcess> gateways) =>
        (Postgres, ConnectionString, Silos, Gateways) = (postgres, connection, silos, gateways);

    /// <summary>The database server.</summary>
    public PostgresServer Postgres { get; }

    /// <summary>The silos' connection.</summary>
    public string ConnectionString { get; }

    /// <summary>The silos.</summary>
    public IReadOnlyList<ServerProcess> Silos { get; }

    /// <summary>The gateways.</summary>
    public IReadOnlyList<ServerProcess> Gateways { get; }

    /// <summary>Starts all of it; the silos at once, on an empty database, so that each start proves the schema's upgrade, too.</summary>
    public static async Task<RunningCluster> StartAsync(int silos = 3, int gateways = 2)
    {
        var postgres = await PostgresServer.StartAsync("max_connections=200");
        var connection = await postgres.CreateDatabaseAsync();
        var cluster = new RunningCluster(
            postgres,
            connection,
            [.. Enumerable.Range(0, silos).Select(_ => Silo(connection))],
            [.. Enumerable.Range(0, gateways).Select(_ => Gateway(connection))]);
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

    /// <summary>Stops everything that runs.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Gateways.Concat(Silos))
            await process.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await Postgres.DisposeAsync();
    }

    /// <summary>A silo on a database, not started yet.</summary>
    public static ServerProcess Silo(string connection) => new(
        Checkout.Silo,
        new Uri($"http://127.0.0.1:{FreePorts.Next()}"),
        ["--Tocsin:Mode", "Cluster", "--Tocsin:SiloPort", $"{FreePorts.Next()}", "--Tocsin:GatewayPort", $"{FreePorts.Next()}", .. Quiet],
        new Dictionary<string, string> { ["ConnectionStrings__Tocsin"] = connection });

    /// <summary>A gateway to the silos on a database, not started yet.</summary>
    public static ServerProcess Gateway(string connection) => new(
        Checkout.Gateway,
        new Uri($"http://127.0.0.1:{FreePorts.Next()}"),
        ["--Tocsin:Mode", "Cluster", "--Tocsin:DevTokens", "true", .. Quiet],
        new Dictionary<string, string> { ["ConnectionStrings__Tocsin"] = connection });
}
