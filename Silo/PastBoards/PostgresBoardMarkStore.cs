using Npgsql;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Settings;
using Tocsin.Units;

namespace Tocsin.PastBoards;

/// <summary>Stores the marks of past boards and the units' past states of a cluster in PostgreSQL.</summary>
/// <param name="connectionString">The connection string, Npgsql's.</param>
internal sealed class PostgresBoardMarkStore(string connectionString) : IBoardMarkStore, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(
        DatabaseConnection.Unpromised(connectionString))
    {
        // A past board folds a few units at once.
        MaxPoolSize = PastBoardLimits.FoldsAtOnce,
        Timeout = 2,
        CommandTimeout = 10,
        ApplicationName = "tocsin marks",
        Enlist = false,
    }.ConnectionString).Build();

    /// <inheritdoc/>
    public async Task AddAsync(BoardMark mark, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(
            "insert into board_mark (epoch, slot, position, at, items) values ($1, $2, $3, $4, $5) on conflict do nothing");
        var slot = mark.At.UtcTicks / PastBoardLimits.MarkInterval.Ticks;
        foreach (var value in new object[] { mark.Epoch.Value, slot, mark.Position.Value, mark.At.UtcDateTime, mark.Items })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<BoardMark?> FindAsync(Epoch epoch, JournalPosition position, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(
            "select position, at, items from board_mark where epoch = $1 and position <= $2 order by position desc limit 1");
        command.Parameters.Add(new NpgsqlParameter { Value = epoch.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = position.Value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new BoardMark(epoch, new JournalPosition(row.GetInt64(0)), new DateTimeOffset(row.GetDateTime(1)), row.GetString(2))
            : null;
    }

    /// <inheritdoc/>
    public async Task KeepAsync(StreamId unit, UnitSnapshot state, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("""
            insert into unit_state (stream, version, hash, rules, state) values ($1, $2, $3, $4, $5)
            on conflict (stream, version) do update set hash = excluded.hash, rules = excluded.rules, state = excluded.state
            """);
        foreach (var value in new object[] { unit.ToString(), state.Version, state.Hash, state.Rules, state.State })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<UnitSnapshot?> FindUnitAsync(StreamId unit, int version, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(
            "select version, hash, rules, state from unit_state where stream = $1 and version <= $2 order by version desc limit 1");
        command.Parameters.Add(new NpgsqlParameter { Value = unit.ToString() });
        command.Parameters.Add(new NpgsqlParameter { Value = version });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new UnitSnapshot(row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetString(3))
            : null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
