using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Tocsin.Journal;
using Tocsin.Settings;

namespace Tocsin.Projections;

/// <summary>Stores the rows of projections of a cluster in PostgreSQL.</summary>
/// <param name="connectionString">The connection string, Npgsql's.</param>
internal sealed class PostgresProjectionStore(string connectionString) : IProjectionStore, IAsyncDisposable
{
    private const string Expected =
        "update projection set code = $2, epoch = $3, position = $4, rebuilt = $5 "
        + "where name = $1 and code = $6 and epoch = $7 and position = $8 and rebuilt is not distinct from $9";

    private const string First =
        "insert into projection (name, code, epoch, position, rebuilt) values ($1, $2, $3, $4, $5) on conflict do nothing";

    private const string Write = """
        insert into projected_row as r (name, stream, version, at, station, value)
        select $1, u.stream, u.version, u.at, u.station, u.value from unnest($2, $3, $4, $5, $6) u(stream, version, at, station, value)
        on conflict (name, stream) do update
        set version = excluded.version, at = excluded.at, station = excluded.station, value = excluded.value
        where r.version <= excluded.version
        """;

    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(
        DatabaseConnection.Unpromised(connectionString))
    {
        // A report, and the silo's own steps.
        MaxPoolSize = 4,
        Timeout = 2,
        CommandTimeout = 30,
        ApplicationName = "tocsin projections",
        Enlist = false,
    }.ConnectionString).Build();

    /// <inheritdoc/>
    public async Task<ProjectionPlace?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await using var command = _source.CreateCommand("select code, epoch, position, rebuilt from projection where name = $1");
            command.Parameters.Add(new NpgsqlParameter { Value = name });
            await using var row = await command.ExecuteReaderAsync(cancellation);
            return await row.ReadAsync(cancellation)
                ? new ProjectionPlace(
                    row.GetInt16(0),
                    new Epoch(row.GetString(1)),
                    new JournalPosition(row.GetInt64(2)),
                    await row.IsDBNullAsync(3, cancellation) ? null : new JournalPosition(row.GetInt64(3)))
                : null;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            throw new JournalUnavailableException("The rows of reports cannot be read now.", e);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryAdvanceAsync(
        string name, ProjectionPlace? expected, ProjectionPlace next, IReadOnlyList<RowChange> rows, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using (var move = Move(connection, name, expected, next))
            {
                if (await move.ExecuteNonQueryAsync(cancellation) != 1)
                    return false;
            }

            if (next.Position == JournalPosition.Start)
            {
                await using var clear = new NpgsqlCommand("delete from projected_row where name = $1", connection);
                clear.Parameters.Add(new NpgsqlParameter { Value = name });
                await clear.ExecuteNonQueryAsync(cancellation);
            }

            if (rows.Count > 0)
            {
                await using var write = Rows(connection, name, rows);
                await write.ExecuteNonQueryAsync(cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            throw new JournalUnavailableException("The rows of reports cannot be written now.", e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ProjectedRow> ReadAsync(
        string name, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(
            "select at, station, value from projected_row where name = $1 and value is not null and at >= $2 and at < $3");
        foreach (var value in new object[] { name, from.UtcDateTime, to.UtcDateTime })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            yield return new ProjectedRow(
                new DateTimeOffset(row.GetDateTime(0)),
                await row.IsDBNullAsync(1, cancellation) ? null : row.GetString(1),
                row.GetString(2));
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static NpgsqlCommand Move(NpgsqlConnection connection, string name, ProjectionPlace? expected, ProjectionPlace next)
    {
        var command = new NpgsqlCommand(expected is null ? First : Expected, connection);
        Add(command, name, next);
        if (expected is not null)
            Add(command, null, expected);
        return command;

        static void Add(NpgsqlCommand command, string? name, ProjectionPlace place)
        {
            if (name is not null)
                command.Parameters.Add(new NpgsqlParameter { Value = name });
            command.Parameters.Add(new NpgsqlParameter { Value = place.Code });
            command.Parameters.Add(new NpgsqlParameter { Value = place.Epoch.Value });
            command.Parameters.Add(new NpgsqlParameter { Value = place.Position.Value });
            command.Parameters.Add(new NpgsqlParameter
            {
                Value = place.Rebuilt is { } rebuilt ? rebuilt.Value : DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.Bigint,
            });
        }
    }

    private static NpgsqlCommand Rows(NpgsqlConnection connection, string name, IReadOnlyList<RowChange> rows) => new(Write, connection)
    {
        Parameters =
        {
            new NpgsqlParameter { Value = name },
            Column(NpgsqlDbType.Text, rows, r => r.Stream.ToString()),
            Column(NpgsqlDbType.Integer, rows, r => r.Version),
            Column(NpgsqlDbType.TimestampTz, rows, r => r.Row?.At.UtcDateTime),
            Column(NpgsqlDbType.Text, rows, r => r.Row?.Station),
            Column(NpgsqlDbType.Text, rows, r => r.Row?.Value),
        },
    };

    private static NpgsqlParameter<T[]> Column<T>(NpgsqlDbType type, IReadOnlyList<RowChange> rows, Func<RowChange, T> value) =>
        new() { TypedValue = [.. rows.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };
}
