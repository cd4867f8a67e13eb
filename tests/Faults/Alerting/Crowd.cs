using Npgsql;

namespace Tocsin.Tests.Faults.Alerting;

/// <summary>Connections that somebody takes and does not use.</summary>
public static class Crowd
{
    /// <summary>Of the 200 that the server has, so many may be left.</summary>
    private const int Left = 10;
    private static readonly List<NpgsqlConnection> Taken = [];

    /// <summary>Takes them.</summary>
    public static async Task BeginAsync(WatchedCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var connection = cluster.Servers.Postgres.ConnectionString() + ";Pooling=false";
        await TakeAsync(connection);
        await using var ask = new NpgsqlCommand(
            "select current_setting('max_connections')::int - count(*)::int from pg_stat_activity where backend_type = 'client backend'",
            Taken[0]);
        for (var rest = (int)(await ask.ExecuteScalarAsync())! - Left; rest > 0; rest--)
            await TakeAsync(connection);
    }

    /// <summary>Gives them back.</summary>
    public static async Task EndAsync(WatchedCluster cluster)
    {
        foreach (var connection in Taken)
            await connection.DisposeAsync();
        Taken.Clear();
    }

    private static async Task TakeAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        Taken.Add(connection);
    }
}
