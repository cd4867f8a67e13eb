using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Writes the file anew after an erasure. SQLite overwrites what is deleted (<c>secure_delete</c>), but where a page is split it leaves
/// copies of rows in the free space of the old one: only a file that was written anew holds nothing of them.
/// </summary>
public sealed class SqliteRewrite : IDisposable
{
    private readonly SqliteStatement _due;
    private readonly SqliteStatement _isDue;
    private readonly SqliteStatement _done;
    private readonly SqliteStatement _pages;
    private readonly SqliteStatement _rewrite;

    /// <summary>Makes its statements.</summary>
    public SqliteRewrite(SqliteConnection connection)
    {
        _due = new(connection, "INSERT OR IGNORE INTO rewrite_due (id, since) VALUES (1, ?)");
        _isDue = new(connection, "SELECT 1 FROM rewrite_due");
        _done = new(connection, "DELETE FROM rewrite_due");
        _pages = new(connection, "PRAGMA page_count");
        _rewrite = new(connection, "VACUUM");
    }

    /// <summary>Notes, in the transaction of an erasure, that it is due.</summary>
    public void Due(DateTimeOffset now) => _due.Bind(now).Run();

    /// <summary>Does it where it is due. Call outside of a transaction.</summary>
    /// <param name="pagesMax">Only in a file of at most so many pages.</param>
    /// <exception cref="SqliteException">It could not be done: it stays due.</exception>
    public void DoWhereDue(int pagesMax = int.MaxValue)
    {
        if (!One(_isDue) || Pages() > pagesMax)
            return;
        _rewrite.Run();
        _done.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _due.Dispose();
        _isDue.Dispose();
        _done.Dispose();
        _pages.Dispose();
        _rewrite.Dispose();
    }

    private static bool One(SqliteStatement statement)
    {
        if (!statement.Step())
            return false;
        statement.Reset();
        return true;
    }

    private long Pages()
    {
        _pages.Step();
        var pages = _pages.Number(0);
        _pages.Reset();
        return pages;
    }
}
