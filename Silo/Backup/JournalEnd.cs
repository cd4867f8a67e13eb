using Microsoft.Data.Sqlite;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Backup;

/// <summary>How far a copied journal goes.</summary>
/// <param name="Epoch">Its history.</param>
/// <param name="Position">Its last position.</param>
/// <param name="Events">How many events it has.</param>
internal sealed record JournalEnd(Epoch Epoch, long Position, long Events)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="SqliteException">This is no journal.</exception>
    public static JournalEnd Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(position), 0), count(*) FROM journal";
        using var row = command.ExecuteReader();
        row.Read();
        return new JournalEnd(SqliteEpoch.Read(connection), row.GetInt64(0), row.GetInt64(1));
    }
}
