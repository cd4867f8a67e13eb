using Microsoft.Data.Sqlite;
using Tocsin.Hosting;

namespace Tocsin.Journal.Sqlite;

/// <summary>A database file, and how its connections are opened: one that writes, several that read.</summary>
/// <param name="path">The file; it exists and has its schema.</param>
internal sealed class SqliteFile(string path)
{
    /// <summary>Opens the connection that writes, and makes sure that what it commits is on the disk.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    /// <exception cref="MisconfigurationException">It would not be durable.</exception>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWrite);
        try
        {
            Run(connection, $"PRAGMA cache_size = -{SqliteLimits.WriterCacheKiB}");
            Run(connection, $"PRAGMA wal_autocheckpoint = {SqliteLimits.CheckpointPages}");
            Run(connection, $"PRAGMA journal_size_limit = {SqliteLimits.LogBytes}");
            // What is deleted or replaced is overwritten with zeros, so that an erased text is in no free page.
            Run(connection, "PRAGMA secure_delete = ON");
            SqliteDurability.Set(connection);
            SqliteDurability.Require(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that can only read: it never waits for the writer, nor the writer for it.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = Open(SqliteOpenMode.ReadOnly);
        Run(connection, $"PRAGMA cache_size = -{SqliteLimits.ReaderCacheKiB}");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        // Not the provider's pool: statements are kept prepared on connections of our own.
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
}
