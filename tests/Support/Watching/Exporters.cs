using Npgsql;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Support.Watching;

/// <summary>What measures the machine and the database.</summary>
public static class Exporters
{
    /// <summary>Measures this machine.</summary>
    public static async Task<(BackgroundProgram Program, Uri Url)> NodeAsync()
    {
        var url = Free();
        return (await BackgroundProgram.StartAsync(
            "prometheus-node-exporter",
            [$"--web.listen-address={url.Authority}"],
            new Uri(url, "/metrics")), url);
    }

    /// <summary>Measures a database server.</summary>
    /// <param name="connectionString">How it is reached.</param>
    public static async Task<(BackgroundProgram Program, Uri Url)> PostgresAsync(string connectionString)
    {
        var url = Free();
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var program = await BackgroundProgram.StartAsync(
            "prometheus-postgres-exporter",
            [$"--web.listen-address={url.Authority}", $"--extend.query-path={Checkout.Root}/ops/prometheus/postgres-queries.yml"],
            new Uri(url, "/metrics"),
            new Dictionary<string, string>
            {
                ["DATA_SOURCE_NAME"] = $"host={database.Host} port={database.Port} user={database.Username} " +
                    $"dbname={database.Database} sslmode=disable connect_timeout=2",
            });
        return (program, url);
    }

    private static Uri Free() => new($"http://127.0.0.1:{FreePorts.Next()}");
}
