using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Writes the file anew after an erasure. SQLite overwrites what is deleted (<c>secure_delete</c>), but where a page is split it leaves
/// copies of rows in the free space of the old one, and the full-text index keeps words until it merges its parts: only a file that was
/// written anew holds nothing of them. That it is due stands in the file, so a crash loses nothing: the next start does it.
/// </summary>
internal sealed class SqliteRewrite : IDisposable
{
    private readonly SqliteStatement _due;
    private readonly SqliteStatement _isDue;
    private readonly SqliteStatement _done;
    private readonly SqliteStatement _pages;
    private readonly SqliteStatement _merge;
    private readonly SqliteStatement _rewrite;

    /// <summary>Makes its statements.</summary>
    public SqliteRewrite(SqliteConnection connection)
    {
        _due = new(connection, "INSERT OR IGNORE INTO rewrite_due (id, since) VALUES (1, ?)");
        _isDue = new(connection, "SELECT 1 FROM rewrite_due");
        _done = new(connection, "DELETE FROM rewrite_due");
        _pages = new(connection, "PRAGMA page_count");
        _merge = new(connection, "INSERT INTO board_pair (board_pair) VALUES ('optimize')");
        _rewrite = new(connection, "VACUUM");
    }

    /// <summary>Whether it is due.</summary>
    public bool IsDue => One(_isDue);

    /// <summary>How many pages the file has.</summary>
    public long Pages
    {
        get
        {
            _pages.Step();
            var pages = _pages.Number(0);
            _pages.Reset();
            return pages;
        }
    }

    /// <summary>Notes, in the transaction of an erasure, that it is due.</summary>
    public void Due(DateTimeOffset now) => _due.Bind(now).Run();

    /// <summary>Writes the file anew, into the write-ahead log at first. Call outside of a transaction.</summary>
    /// <exception cref="SqliteException">It could not be done: the file is as it was.</exception>
    public void Run()
    {
        _merge.Run();
        _rewrite.Run();
    }

    /// <summary>It was done, and the log is empty.</summary>
    public void Done() => _done.Run();

    /// <inheritdoc/>
    public void Dispose()
    {
        _due.Dispose();
        _isDue.Dispose();
        _done.Dispose();
        _pages.Dispose();
        _merge.Dispose();
        _rewrite.Dispose();
    }

    private static bool One(SqliteStatement statement)
    {
        if (!statement.Step())
            return false;
        statement.Reset();
        return true;
    }
}
