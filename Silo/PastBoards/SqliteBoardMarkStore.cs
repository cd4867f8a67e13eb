using Microsoft.Data.Sqlite;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Schema;
using Tocsin.Units;

namespace Tocsin.PastBoards;

/// <summary>
/// Stores the marks of past boards and the units' past states of the embedded mode in <c>positions.db</c>: they follow from the journal and
/// are kept apart from it.
/// </summary>
/// <param name="path">The path of <c>positions.db</c>, which has its schema already.</param>
internal sealed class SqliteBoardMarkStore(string path) : IBoardMarkStore
{
    /// <inheritdoc/>
    public Task AddAsync(BoardMark mark, CancellationToken cancellation) => RunAsync(
        "INSERT OR IGNORE INTO board_mark (epoch, slot, position, at, items) VALUES ($epoch, $slot, $position, $at, $items)",
        command => command.ExecuteNonQuery(),
        cancellation,
        ("$epoch", mark.Epoch.Value),
        ("$slot", mark.At.UtcTicks / PastBoardLimits.MarkInterval.Ticks),
        ("$position", mark.Position.Value),
        ("$at", mark.At.ToUnixTimeMilliseconds()),
        ("$items", mark.Items));

    /// <inheritdoc/>
    public Task<BoardMark?> FindAsync(Epoch epoch, JournalPosition position, CancellationToken cancellation) => RunAsync(
        "SELECT position, at, items FROM board_mark WHERE epoch = $epoch AND position <= $position ORDER BY position DESC LIMIT 1",
        command =>
        {
            using var row = command.ExecuteReader();
            if (!row.Read())
                return null;
            var at = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1));
            return new BoardMark(epoch, new JournalPosition(row.GetInt64(0)), at, row.GetString(2));
        },
        cancellation,
        ("$epoch", epoch.Value),
        ("$position", position.Value));

    /// <inheritdoc/>
    public Task KeepAsync(StreamId unit, UnitSnapshot state, CancellationToken cancellation) => RunAsync(
        "INSERT OR REPLACE INTO unit_state (stream, version, hash, rules, state) VALUES ($stream, $version, $hash, $rules, $state)",
        command => command.ExecuteNonQuery(),
        cancellation,
        ("$stream", unit.ToString()),
        ("$version", state.Version),
        ("$hash", state.Hash),
        ("$rules", state.Rules),
        ("$state", state.State));

    /// <inheritdoc/>
    public Task<UnitSnapshot?> FindUnitAsync(StreamId unit, int version, CancellationToken cancellation) => RunAsync(
        "SELECT version, hash, rules, state FROM unit_state WHERE stream = $stream AND version <= $version ORDER BY version DESC LIMIT 1",
        command =>
        {
            using var row = command.ExecuteReader();
            return row.Read() ? new UnitSnapshot(row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetString(3)) : null;
        },
        cancellation,
        ("$stream", unit.ToString()),
        ("$version", version));

    private Task<T> RunAsync<T>(
        string sql, Func<SqliteCommand, T> run, CancellationToken cancellation, params (string Name, object Value)[] values) => Task.Run(
        () =>
        {
            using var connection = PositionsFile.Open(path);
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
                command.Parameters.AddWithValue(name, value);
            return run(command);
        },
        cancellation);
}
