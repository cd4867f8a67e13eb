using Npgsql;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary><see cref="NewerRows"/> in a cluster of two silos and a gateway.</summary>
public sealed class NewerRowsOnPostgres : NewerRows
{
    private RunningCluster _cluster = null!;

    protected override Uri Url => _cluster.Gateways[0].Url;

    protected override IReadOnlyList<ServerProcess> Silos => _cluster.Silos;

    public override async ValueTask InitializeAsync() =>
        _cluster = await RunningCluster.StartAsync(new ClusterPlan { Silos = 2, Gateways = 1 });

    public override ValueTask DisposeAsync() => _cluster.DisposeAsync();

    protected override async Task RestartAsync() => Assert.All(await _cluster.RestartAsync(), exit => Assert.Equal(0, exit));

    private protected override async Task WriteAsync(StoredRow row)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        // The append's lock, in a statement of its own: what follows sees the journal's end as it then is.
        await using (var lockIt = new NpgsqlCommand("select pg_advisory_xact_lock(7461)", connection))
            await lockIt.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(
            """
            with moved as (
              update journal_end set position = position + 1, recorded_at = greatest(recorded_at, @at)
              returning position, recorded_at),
            written as (
              insert into journal (position, stream, version, kind, occurred_at, recorded_at, actor, command_id, line, hash)
              select position, @stream, @version, @event, @at, recorded_at, 'newer', @command, @line, @hash from moved)
            insert into board (stream, kind, version, hash, position, open, status, priority, station, due_at, bucket, view_code, view)
            select @stream, @kind, @version, @hash, position, true, 1, 2, 'north', @due, @bucket, 9, @view from moved
            on conflict (stream) do update set version = excluded.version, position = excluded.position, hash = excluded.hash,
              sum = null
            """,
            connection);
        command.Parameters.AddWithValue("stream", row.Stream);
        command.Parameters.AddWithValue("version", row.Version);
        command.Parameters.AddWithValue("event", row.EventKind);
        command.Parameters.AddWithValue("at", row.At.UtcDateTime);
        command.Parameters.AddWithValue("command", row.Command);
        command.Parameters.AddWithValue("line", row.Line);
        command.Parameters.AddWithValue("hash", row.Hash);
        command.Parameters.AddWithValue("kind", (short)row.Kind);
        command.Parameters.AddWithValue("bucket", (short)row.Bucket);
        command.Parameters.Add(new NpgsqlParameter("due", NpgsqlTypes.NpgsqlDbType.TimestampTz)
        {
            Value = (object?)row.DueAt?.UtcDateTime ?? DBNull.Value,
        });
        command.Parameters.AddWithValue("view", row.View);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    protected override async Task<(int Version, byte[] Hash, string View)> HeadAsync(string stream)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("select version, hash, view from board where stream = @stream", connection);
        command.Parameters.AddWithValue("stream", stream);
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return (reader.GetInt32(0), (byte[])reader[1], reader.GetString(2));
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(_cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
