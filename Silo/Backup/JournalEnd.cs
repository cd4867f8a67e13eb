using Microsoft.Data.Sqlite;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Backup;

/// <summary>The end of a copied journal.</summary>
/// <param name="Epoch">The epoch: the history that it belongs to.</param>
/// <param name="Position">The last position of the journal; 0 when it is empty.</param>
/// <param name="Events">The number of events in the journal.</param>
internal sealed record JournalEnd(Epoch Epoch, long Position, long Events)
{
    /// <summary>Reads the end of a journal.</summary>
    /// <exception cref="SqliteException">The database is not a journal.</exception>
    public static JournalEnd Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(position), 0), count(*) FROM journal";
        using var row = command.ExecuteReader();
        row.Read();
        return new JournalEnd(SqliteEpoch.Read(connection), row.GetInt64(0), row.GetInt64(1));
    }
}
