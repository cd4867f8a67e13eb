using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The epoch of the embedded mode: the database's own id, the timeline that it would have on PostgreSQL, how often it was restored, and a
/// mark of the last time. The count alone would not do: one backup that is restored twice begins two histories, and both would count one.
/// </summary>
public static class SqliteEpoch
{
    /// <summary>Gives it as text.</summary>
    public const string Sql = "SELECT database || '-1-' || restores || coalesce('.' || restored, '') FROM epoch";

    /// <summary>Reads it.</summary>
    /// <exception cref="SqliteException">This is no journal, or it cannot be read.</exception>
    public static Epoch Read(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        return new Epoch(Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>Raises the count of restores, with a new mark: what is appended from now on belongs to another history.</summary>
    /// <exception cref="SqliteException">It cannot be written.</exception>
    public static Epoch Raise(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE epoch SET restores = restores + 1, restored = lower(hex(randomblob(4)))";
        command.ExecuteNonQuery();
        return Read(connection);
    }
}
