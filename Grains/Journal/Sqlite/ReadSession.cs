using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>A connection that reads, with the statements that it has prepared so far. One reader uses it at a time.</summary>
internal sealed class ReadSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    /// <summary>A statement with a fixed text, prepared on its first use.</summary>
    public SqliteStatement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
                _statements.Add(sql, statement = new SqliteStatement(connection, sql));
            return statement;
        }
    }

    /// <summary>A statement whose text depends on what is asked; the caller disposes of it.</summary>
    public SqliteStatement Prepare(string sql) => new(connection, sql);

    /// <summary>Reads several statements from one state of the database.</summary>
    public T InSnapshot<T>(Func<T> read)
    {
        this["BEGIN"].Run();
        var result = read();
        this["COMMIT"].Run();
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}
