using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Tocsin.Journal;
using Tocsin.Schema;

namespace Tocsin.Projections;

/// <summary>Stores the rows of projections of the embedded mode in <c>positions.db</c>: they follow from the journal.</summary>
/// <param name="path">The path of <c>positions.db</c>, which has its schema already.</param>
internal sealed class SqliteProjectionStore(string path) : IProjectionStore
{
    /// <inheritdoc/>
    public Task<ProjectionPlace?> FindAsync(string name, CancellationToken cancellation) => Task.Run(
        () =>
        {
            using var connection = PositionsFile.Open(path);
            using var command = Command(connection, "SELECT code, epoch, position, rebuilt FROM projection WHERE name = $1", name);
            using var row = command.ExecuteReader();
            return row.Read()
                ? new ProjectionPlace(
                    row.GetInt16(0),
                    new Epoch(row.GetString(1)),
                    new JournalPosition(row.GetInt64(2)),
                    row.IsDBNull(3) ? null : new JournalPosition(row.GetInt64(3)))
                : null;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<bool> TryAdvanceAsync(
        string name, ProjectionPlace? expected, ProjectionPlace next, IReadOnlyList<RowChange> rows, CancellationToken cancellation) =>
        Task.Run(() => Advance(name, expected, next, rows), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ProjectedRow> ReadAsync(
        string name, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var row in await Task.Run(() => Read(name, from, to), cancellation))
            yield return row;
    }

    private List<ProjectedRow> Read(string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var connection = PositionsFile.Open(path);
        using var command = Command(
            connection,
            "SELECT at, station, value FROM projected_row WHERE name = $1 AND value IS NOT NULL AND at >= $2 AND at < $3",
            name,
            from.ToUnixTimeMilliseconds(),
            to.ToUnixTimeMilliseconds());
        using var row = command.ExecuteReader();
        var rows = new List<ProjectedRow>();
        while (row.Read())
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0));
            rows.Add(new ProjectedRow(at, row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2)));
        }

        return rows;
    }

    private bool Advance(string name, ProjectionPlace? expected, ProjectionPlace next, IReadOnlyList<RowChange> rows)
    {
        using var connection = PositionsFile.Open(path);
        using var transaction = connection.BeginTransaction();
        using var move = expected is null
            ? Command(
                connection,
                "INSERT OR IGNORE INTO projection (name, code, epoch, position, rebuilt) VALUES ($1, $2, $3, $4, $5)",
                name,
                next.Code,
                next.Epoch.Value,
                next.Position.Value,
                next.Rebuilt?.Value)
            : Command(
                connection,
                "UPDATE projection SET code = $2, epoch = $3, position = $4, rebuilt = $5 "
                    + "WHERE name = $1 AND code = $6 AND epoch = $7 AND position = $8 AND rebuilt IS $9",
                name,
                next.Code,
                next.Epoch.Value,
                next.Position.Value,
                next.Rebuilt?.Value,
                expected.Code,
                expected.Epoch.Value,
                expected.Position.Value,
                expected.Rebuilt?.Value);
        if (move.ExecuteNonQuery() != 1)
            return false;
        if (next.Position == JournalPosition.Start)
        {
            using var clear = Command(connection, "DELETE FROM projected_row WHERE name = $1", name);
            clear.ExecuteNonQuery();
        }

        foreach (var change in rows)
        {
            using var write = Command(
                connection,
                """
                INSERT INTO projected_row (name, stream, version, at, station, value) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (name, stream) DO UPDATE
                SET version = excluded.version, at = excluded.at, station = excluded.station, value = excluded.value
                WHERE version <= excluded.version
                """,
                name,
                change.Stream.ToString(),
                change.Version,
                change.Row?.At.ToUnixTimeMilliseconds(),
                change.Row?.Station,
                change.Row?.Value);
            write.ExecuteNonQuery();
        }

        transaction.Commit();
        return true;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        return command;
    }
}
