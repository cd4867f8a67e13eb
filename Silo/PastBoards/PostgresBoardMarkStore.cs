using Npgsql;
using Tocsin.Journal;

namespace Tocsin.PastBoards;

/// <summary>The marks of the cluster.</summary>
/// <param name="connectionString">Npgsql's.</param>
internal sealed class PostgresBoardMarkStore(string connectionString) : IBoardMarkStore, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxPoolSize = 2,
        Timeout = 2,
        CommandTimeout = 10,
        ApplicationName = "tocsin marks",
        Enlist = false,
    }.ConnectionString).Build();

    /// <inheritdoc/>
    public async Task AddAsync(BoardMark mark, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("insert into board_mark (epoch, slot, position, at, items) values ($1, $2, $3, $4, $5) on conflict do nothing");
        foreach (var value in new object[] { mark.Epoch.Value, mark.At.UtcTicks / PastBoardLimits.MarkInterval.Ticks, mark.Position.Value, mark.At.UtcDateTime, mark.Items })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<BoardMark?> FindAsync(Epoch epoch, JournalPosition position, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("select position, at, items from board_mark where epoch = $1 and position <= $2 order by position desc limit 1");
        command.Parameters.Add(new NpgsqlParameter { Value = epoch.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = position.Value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new BoardMark(epoch, new JournalPosition(row.GetInt64(0)), new DateTimeOffset(row.GetDateTime(1)), row.GetString(2))
            : null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
