using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Copies a snapshot of a database while others write to it. It holds a read transaction, so it does not wait for writers, nor they for it.
/// Only the write-ahead log cannot be reset until it is done.
/// </summary>
public static class SqliteCopy
{
    /// <summary>
    /// How many pages of 4 KiB are copied between two syncs: 2 MiB. So an append at the same time waits for no more than that to reach the
    /// disk.
    /// </summary>
    private const int PagesPerStep = 512;

    /// <summary>Copies a file into a new one, which stands alone (no write-ahead log), is on the disk, and is whole.</summary>
    /// <exception cref="SqliteException">The database cannot be read, or the copy cannot be written.</exception>
    /// <exception cref="InvalidDataException">The copy is damaged, because the database is.</exception>
    public static void Make(string from, string to)
    {
        // Kept open to the end: closing any handle of a file releases all locks that this process has on it.
        using var file = new FileStream(to, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using (var source = Open(from, SqliteOpenMode.ReadOnly))
        using (var target = Open(to, SqliteOpenMode.ReadWrite))
        {
            // Synced by hand, step by step.
            Run(target, "PRAGMA synchronous = OFF");
            Run(source, "BEGIN");
            Run(source, "SELECT count(*) FROM sqlite_schema");
            CopyPages(source, target, file);
            Run(source, "COMMIT");
            Run(target, "PRAGMA journal_mode = DELETE");
            RequireWhole(target, to);
        }

        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }

    /// <summary>Checks that a database is well formed.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static void RequireWhole(SqliteConnection connection, string path)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is not "ok")
            throw new InvalidDataException($"'{path}' is damaged: SQLite's quick_check finds fault with it.");
    }

    private static void CopyPages(SqliteConnection source, SqliteConnection target, FileStream file)
    {
        using var copy = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        if (copy.IsInvalid)
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(target.Handle), target.Handle);
        int result;
        while ((result = raw.sqlite3_backup_step(copy, PagesPerStep)) == raw.SQLITE_OK)
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, target.Handle);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Run(connection, $"PRAGMA busy_timeout = {SqliteLimits.BusyMs}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
