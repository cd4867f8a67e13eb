using Npgsql;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>The one PostgreSQL on which all contenders run, each in a database of its own.</summary>
internal sealed class Arena : IAsyncDisposable
{
    private Arena(PostgresServer server, string version)
    {
        Server = server;
        Version = version;
    }

    public PostgresServer Server { get; }

    public string Version { get; }

    public static async Task<Arena> StartAsync()
    {
        var server = await PostgresServer.StartAsync("max_wal_size='8GB'", "checkpoint_timeout='30min'");
        return new Arena(server, "PostgreSQL " + await ScalarAsync(server.ConnectionString(), "show server_version"));
    }

    /// <summary>Writes out what the contender before has left, so that the next does not pay for it.</summary>
    public Task SettleAsync() => ScalarAsync(Server.ConnectionString(), "checkpoint");

    public async Task<long> SyncsAsync() => (long)(await ScalarAsync(Server.ConnectionString(), "select wal_sync from pg_stat_wal"))!;

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    public static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=300");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
