using Microsoft.Data.Sqlite;
using Tocsin.Journal.Sqlite;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary><see cref="NewerRows"/> in the embedded default.</summary>
public sealed class NewerRowsOnSqlite : NewerRows
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");
    private ServerProcess _server = null!;

    protected override Uri Url => _server.Url;

    protected override IReadOnlyList<ServerProcess> Silos => [_server];

    public override async ValueTask InitializeAsync()
    {
        _server = ServerProcess.Embedded(_folder.FullName);
        _server.Start();
        await _server.ReadyAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override async Task RestartAsync()
    {
        Assert.Equal(0, await _server.StopAsync());
        _server.Start();
        await _server.ReadyAsync();
    }

    private protected override async Task WriteAsync(StoredRow row)
    {
        await using var connection = await OpenAsync();
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO journal (position, stream, version, kind, occurred_at, recorded_at, command_id, line, hash)
            SELECT max(position) + 1, $stream, $version, $event, $at, max($at, max(recorded_at)), $command, $line, $hash FROM journal;
            INSERT INTO board (stream, kind, version, position, hash, bucket, open, status, priority, station, due_at, view_code, view)
            SELECT $stream, $kind, $version, max(position), $hash, $bucket, 1, 1, 2, 'north', $due, 9, $view FROM journal
            WHERE true ON CONFLICT (stream) DO UPDATE SET version = excluded.version, position = excluded.position, hash = excluded.hash,
              sum = NULL;
            """;
        command.Parameters.AddWithValue("$stream", row.Stream);
        command.Parameters.AddWithValue("$version", row.Version);
        command.Parameters.AddWithValue("$event", row.EventKind);
        command.Parameters.AddWithValue("$at", row.At.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$command", row.Command.ToByteArray(bigEndian: true));
        command.Parameters.AddWithValue("$line", row.Line);
        command.Parameters.AddWithValue("$hash", row.Hash);
        command.Parameters.AddWithValue("$kind", row.Kind);
        command.Parameters.AddWithValue("$bucket", (int)row.Bucket);
        command.Parameters.AddWithValue("$due", (object?)row.DueAt?.ToUnixTimeMilliseconds() ?? DBNull.Value);
        command.Parameters.AddWithValue("$view", row.View);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    protected override async Task<(int Version, byte[] Hash, string View)> HeadAsync(string stream)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT version, hash, view FROM board WHERE stream = $stream";
        command.Parameters.AddWithValue("$stream", stream);
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return (reader.GetInt32(0), (byte[])reader[1], reader.GetString(2));
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={DataDirectory.JournalIn(_folder.FullName)};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
