using Microsoft.Data.Sqlite;
using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>
/// Stores positions in <c>positions.db</c>, a separate file. Writes do not wait for the disk, since the next report brings a lost position
/// again.
/// </summary>
/// <param name="path">The path of <c>positions.db</c>, which has its schema already.</param>
internal sealed class SqlitePositionStore(string path) : IPositionStore, IDisposable
{
    private const string Columns = "unit, at, lat, lon, speed, heading, accuracy, source";

    private const string Values = "$unit, $at, $lat, $lon, $speed, $heading, $accuracy, $source";

    private const string Newest = $"""
        INSERT INTO unit_position ({Columns}) VALUES ({Values})
        ON CONFLICT (unit) DO UPDATE
        SET at = excluded.at, lat = excluded.lat, lon = excluded.lon, speed = excluded.speed, heading = excluded.heading,
            accuracy = excluded.accuracy, source = excluded.source
        WHERE excluded.at > unit_position.at
        """;

    private const string Track = $"INSERT OR IGNORE INTO unit_track ({Columns}) VALUES ({Values})";

    private readonly SemaphoreSlim _one = new(1, 1);
    private SqliteConnection? _connection;

    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> LoadAsync(CancellationToken cancellation) =>
        ReadAsync($"SELECT {Columns} FROM unit_position", cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(
        IReadOnlyList<PositionReport> newest, IReadOnlyList<PositionReport> track, CancellationToken cancellation) => RunAsync<object?>(
        connection =>
        {
            using var transaction = connection.BeginTransaction();
            Write(connection, Newest, newest);
            Write(connection, Track, track);
            transaction.Commit();
            return null;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> TrackAsync(
        UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellation) => ReadAsync(
        $"""
        SELECT * FROM (
            SELECT {Columns} FROM unit_track WHERE unit = $unit AND at >= $from AND at < $to ORDER BY at DESC LIMIT $limit)
        ORDER BY at
        """,
        cancellation,
        ("$unit", unit.Value),
        ("$from", from.ToUnixTimeMilliseconds()),
        ("$to", to.ToUnixTimeMilliseconds()),
        ("$limit", limit));

    // With max() the other columns are those of its row: documented behaviour of SQLite.
    /// <inheritdoc/>
    public Task<IReadOnlyList<PositionReport>> AtAsync(DateTimeOffset at, TimeSpan within, CancellationToken cancellation) => ReadAsync(
        "SELECT unit, max(at), lat, lon, speed, heading, accuracy, source FROM unit_track WHERE at > $from AND at <= $to GROUP BY unit",
        cancellation, ("$from", (at - within).ToUnixTimeMilliseconds()), ("$to", at.ToUnixTimeMilliseconds()));

    /// <inheritdoc/>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation) => RunAsync<object?>(
        connection =>
        {
            var limit = ("$before", (object?)before.ToUnixTimeMilliseconds());
            using var command = Command(connection, "DELETE FROM unit_track WHERE at < $before", limit);
            command.ExecuteNonQuery();
            return null;
        },
        cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection?.Dispose();
        _one.Dispose();
    }

    private static void Write(SqliteConnection connection, string sql, IReadOnlyList<PositionReport> reports)
    {
        foreach (var report in reports)
        {
            using var command = Command(
                connection,
                sql,
                ("$unit", report.UnitId),
                ("$at", report.At.ToUnixTimeMilliseconds()),
                ("$lat", report.Lat),
                ("$lon", report.Lon),
                ("$speed", report.Speed),
                ("$heading", report.Heading),
                ("$accuracy", report.Accuracy),
                ("$source", report.Source));
            command.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private Task<IReadOnlyList<PositionReport>> ReadAsync(
        string sql,
        CancellationToken cancellation,
        params (string Name, object? Value)[] values) => RunAsync<IReadOnlyList<PositionReport>>(
        connection =>
        {
            using var command = Command(connection, sql, values);
            using var row = command.ExecuteReader();
            var found = new List<PositionReport>();
            while (row.Read())
            {
                found.Add(new PositionReport(
                    row.GetString(0), row.GetDouble(2), row.GetDouble(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                    row.IsDBNull(4) ? null : row.GetDouble(4), row.IsDBNull(5) ? null : row.GetDouble(5),
                    row.IsDBNull(6) ? null : row.GetDouble(6), row.IsDBNull(7) ? null : row.GetString(7)));
            }

            return found;
        },
        cancellation);

    // The driver's asynchronous methods run synchronously: work is done off the caller's thread, one at a time.
    private async Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => work(_connection ??= Open()), cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = Command(connection, "PRAGMA synchronous = OFF");
        command.ExecuteNonQuery();
        return connection;
    }
}
