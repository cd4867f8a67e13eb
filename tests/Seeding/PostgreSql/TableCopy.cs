using Npgsql;
using NpgsqlTypes;

namespace Tocsin.Tests.Seeding.PostgreSql;

/// <summary>
/// One table that is filled: a connection, a transaction and a COPY of its own. The rows are frozen, since the table is emptied in the same
/// transaction.
/// </summary>
internal sealed class TableCopy : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly NpgsqlBinaryImporter _rows;

    private TableCopy(NpgsqlConnection connection, NpgsqlTransaction transaction, NpgsqlBinaryImporter rows) =>
        (_connection, _transaction, _rows) = (connection, transaction, rows);

    public static async Task<TableCopy> BeginAsync(NpgsqlDataSource source, string table, string columns)
    {
        var connection = await source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using (var empty = new NpgsqlCommand($"truncate {table}", connection, transaction))
            await empty.ExecuteNonQueryAsync();
        var rows = await connection.BeginBinaryImportAsync($"copy {table} ({columns}) from stdin (format binary, freeze)");
        rows.Timeout = TimeSpan.Zero;
        return new TableCopy(connection, transaction, rows);
    }

    public TableCopy Row()
    {
        _rows.StartRow();
        return this;
    }

    public TableCopy Text(string? value) => value is null ? Null() : Put(value, NpgsqlDbType.Text);

    public TableCopy Big(long value) => Put(value, NpgsqlDbType.Bigint);

    public TableCopy Number(int value) => Put(value, NpgsqlDbType.Integer);

    public TableCopy Small(short value) => Put(value, NpgsqlDbType.Smallint);

    public TableCopy Flag(bool value) => Put(value, NpgsqlDbType.Boolean);

    public TableCopy Id(Guid value) => Put(value, NpgsqlDbType.Uuid);

    public TableCopy Bytes(byte[] value) => Put(value, NpgsqlDbType.Bytea);

    public TableCopy Time(DateTimeOffset? value) => value is { } time ? Put(time.UtcDateTime, NpgsqlDbType.TimestampTz) : Null();

    public async Task EndAsync()
    {
        await _rows.CompleteAsync();
        await _rows.CloseAsync();
        await _transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private TableCopy Null()
    {
        _rows.WriteNull();
        return this;
    }

    private TableCopy Put<T>(T value, NpgsqlDbType type)
    {
        _rows.Write(value, type);
        return this;
    }
}
