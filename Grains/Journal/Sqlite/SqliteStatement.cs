using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// A prepared statement, which is used many times on its connection. Values are bound in the order of the <c>?</c>. It replaces a command
/// of Microsoft.Data.Sqlite, which looks up each parameter by name and boxes each value: too slow for a path that runs for each event.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    /// <summary>Prepares the statement on an open connection.</summary>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Binds the next value.</summary>
    public SqliteStatement Bind(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, ++_bound) : raw.sqlite3_bind_text(_statement, ++_bound, value));
        return this;
    }

    /// <summary>Binds the next value.</summary>
    public SqliteStatement Bind(long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, ++_bound, number) : raw.sqlite3_bind_null(_statement, ++_bound));
        return this;
    }

    /// <summary>Binds the next value: a time as whole milliseconds since 1970.</summary>
    public SqliteStatement Bind(DateTimeOffset? value) => Bind(value?.ToUnixTimeMilliseconds());

    /// <summary>Binds the next value: 1 or 0.</summary>
    public SqliteStatement Bind(bool value) => Bind(value ? 1 : 0);

    /// <summary>Binds the next value, as a blob.</summary>
    public SqliteStatement Bind(ReadOnlySpan<byte> value)
    {
        // An empty span has a null address, which SQLite would store as NULL.
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, ++_bound, 0) : raw.sqlite3_bind_blob(_statement, ++_bound, value));
        return this;
    }

    /// <summary>Binds the next value: a text that is UTF-8 already, and not empty.</summary>
    public SqliteStatement BindUtf8(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_text(_statement, ++_bound, value));
        return this;
    }

    /// <summary>Goes to the next row; false behind the last one, and then it is ready for the next use.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
        {
            // The reset returns the precise error code.
            var precise = raw.sqlite3_reset(_statement);
            _bound = 0;
            Check(precise == raw.SQLITE_OK ? code : precise);
        }

        Reset();
        return false;
    }

    /// <summary>Runs it, whatever rows it gives.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Ends the reading before the last row.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(_statement);
        _bound = 0;
    }

    /// <summary>Whether a column of the row is null.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A column of the row as a whole number.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A column of the row as a text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    /// <summary>A column of the row as a text, or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A column of the row as bytes.</summary>
    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <summary>A column of the row as a time.</summary>
    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    /// <summary>A column of the row as a time, or null.</summary>
    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _database);
    }
}
