using System.Globalization;
using Microsoft.Data.Sqlite;
using Tocsin.Hosting;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Sets up a connection so that a commit is on the disk before it is acknowledged: with the write-ahead log, and a sync at each commit.
/// </summary>
public static class SqliteDurability
{
    /// <summary>
    /// <c>synchronous=FULL</c>, as SQLite numbers it: OFF 0, NORMAL 1, FULL 2, EXTRA 3. In WAL mode NORMAL does not sync at commit.
    /// </summary>
    public const int Full = 2;

    /// <summary>Switches a connection to it.</summary>
    public static void Set(SqliteConnection connection)
    {
        Ask(connection, "PRAGMA journal_mode = WAL");
        Ask(connection, "PRAGMA synchronous = FULL");

        // Matters on macOS only: there a plain sync leaves the data in the drive's cache.
        Ask(connection, "PRAGMA fullfsync = 1");
        Ask(connection, "PRAGMA checkpoint_fullfsync = 1");
    }

    /// <summary>Reads back what holds now, whatever was asked for.</summary>
    /// <exception cref="MisconfigurationException">A commit would not be durable.</exception>
    public static void Require(SqliteConnection connection)
    {
        var mode = Ask(connection, "PRAGMA journal_mode");
        if (mode != "wal")
        {
            throw new MisconfigurationException(
                $"{DataDirectory.Key}: SQLite keeps its journal as '{mode}' there and not as 'wal'; use a folder on a local disk.");
        }

        var level = int.Parse(Ask(connection, "PRAGMA synchronous"), CultureInfo.InvariantCulture);
        if (level < Full)
        {
            throw new MisconfigurationException(
                $"{DataDirectory.Key}: SQLite's 'synchronous' is {level} there, below FULL ({Full}): commits would not be durable.");
        }

        if (Ask(connection, "SELECT count(*) FROM pragma_compile_options WHERE compile_options = 'NO_SYNC'") != "0")
        {
            throw new MisconfigurationException(
                $"{DataDirectory.Key}: this SQLite was built with NO_SYNC and never syncs: commits would not be durable.");
        }
    }

    private static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
