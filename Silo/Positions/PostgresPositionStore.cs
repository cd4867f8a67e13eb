using Npgsql;
using NpgsqlTypes;
using Tocsin.Identity;
using Tocsin.Settings;

namespace Tocsin.Positions;

/// <summary>Stores positions in the cluster's database, over a small connection pool of its own.</summary>
/// <param name="connectionString">The connection string, Npgsql's.</param>
internal sealed class PostgresPositionStore(string connectionString) : IPositionStore, IAsyncDisposable
{
    /// <summary>The most connections for positions of a silo.</summary>
    private const int PoolSize = 2;

    private const string Columns = "unit, at, lat, lon, speed, heading, accuracy, source";

    private const string Newest = $"""
        insert into unit_position as p ({Columns}) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (unit) do update
        set at = excluded.at, lat = excluded.lat, lon = excluded.lon, speed = excluded.speed, heading = excluded.heading,
            accuracy = excluded.accuracy, source = excluded.source
        where excluded.at > p.at
        """;

    private const string Track =
        $"insert into unit_track ({Columns}) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing";

    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(
        DatabaseConnection.Unpromised(connectionString))
    {
        MaxPoolSize = PoolSize,
        Timeout = 2,
        CommandTimeout = 10,
        ApplicationName = "tocsin positions",
        Enlist = false,
    }.ConnectionString).Build();

    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> LoadAsync(CancellationToken cancellation) =>
        ReadAsync($"select {Columns} from unit_position", cancellation);

    /// <inheritdoc/>
    public async Task SaveAsync(IReadOnlyList<PositionReport> newest, IReadOnlyList<PositionReport> track, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);

        // In one order everywhere: silos that save at the same time would otherwise wait for each other's rows in a circle.
        await WriteAsync(connection, Newest, [.. newest.OrderBy(r => r.UnitId, StringComparer.Ordinal)], cancellation);
        await WriteAsync(connection, Track, [.. track.OrderBy(r => r.UnitId, StringComparer.Ordinal).ThenBy(r => r.At)], cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> TrackAsync(
        UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation) => ReadAsync(
        $"""
        select * from (
            select {Columns} from unit_track where unit = $1 and at >= $2 and at < $3 order by at desc limit $4) newest
        order by at
        """,
        cancellation, unit.Value, from.UtcDateTime, to.UtcDateTime, limit);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> AtAsync(DateTimeOffset at, TimeSpan within, CancellationToken cancellation) => ReadAsync(
        $"select distinct on (unit) {Columns} from unit_track where at > $1 and at <= $2 order by unit, at desc",
        cancellation, (at - within).UtcDateTime, at.UtcDateTime);

    /// <inheritdoc/>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("delete from unit_track where at < $1");
        command.Parameters.Add(new NpgsqlParameter { Value = before.UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task WriteAsync(
        NpgsqlConnection connection, string sql, IReadOnlyList<PositionReport> reports, CancellationToken cancellation)
    {
        if (reports.Count == 0)
            return;
        await using var command = new NpgsqlCommand(sql, connection);
        Add(NpgsqlDbType.Text, reports.Select(r => r.UnitId).ToArray());
        Add(NpgsqlDbType.TimestampTz, reports.Select(r => r.At.UtcDateTime).ToArray());
        Add(NpgsqlDbType.Double, reports.Select(r => r.Lat).ToArray());
        Add(NpgsqlDbType.Double, reports.Select(r => r.Lon).ToArray());
        Add(NpgsqlDbType.Double, reports.Select(r => r.Speed).ToArray());
        Add(NpgsqlDbType.Double, reports.Select(r => r.Heading).ToArray());
        Add(NpgsqlDbType.Double, reports.Select(r => r.Accuracy).ToArray());
        Add(NpgsqlDbType.Text, reports.Select(r => r.Source).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);

        void Add(NpgsqlDbType type, object values) =>
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values });
    }

    private async Task<IReadOnlyList<PositionReport>> ReadAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = _source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<PositionReport>();
        while (await row.ReadAsync(cancellation))
        {
            found.Add(new PositionReport(
                row.GetString(0), row.GetDouble(2), row.GetDouble(3), new DateTimeOffset(row.GetDateTime(1)),
                row.IsDBNull(4) ? null : row.GetDouble(4), row.IsDBNull(5) ? null : row.GetDouble(5),
                row.IsDBNull(6) ? null : row.GetDouble(6), row.IsDBNull(7) ? null : row.GetString(7)));
        }

        return found;
    }
}
