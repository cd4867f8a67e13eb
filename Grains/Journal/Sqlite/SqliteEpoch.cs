using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The epoch of the embedded mode: the id of the database, the timeline (as on PostgreSQL), the number of restores, and a random mark of
/// the last restore. The number alone is not enough: if a backup is restored twice, two histories begin with the same number.
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
