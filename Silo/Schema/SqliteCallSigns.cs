using Microsoft.Data.Sqlite;
using Tocsin.Identity;
using Tocsin.Units;

namespace Tocsin.Schema;

/// <summary>
/// Claims the call signs of units that claim none yet. The folder is claimed by this process: nobody else writes meanwhile.
/// </summary>
internal static class SqliteCallSigns
{
    /// <summary>Claims what is left, in one transaction.</summary>
    public static void Fill(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var (back, take) = CallSignClaims.Missing(
            Read(connection, transaction, $"SELECT stream, view FROM board WHERE kind = {(int)StreamKind.Unit}"),
            Read(connection, transaction, $"SELECT name, stream FROM claim WHERE name LIKE '{CallSigns.ClaimSort}%'"));
        foreach (var (name, stream) in back)
            Run(connection, transaction, "DELETE FROM claim WHERE name = $name AND stream = $stream", name, stream);
        foreach (var (name, stream) in take)
            Run(connection, transaction, "INSERT INTO claim (name, stream) VALUES ($name, $stream)", name, stream);
        transaction.Commit();
    }

    private static List<(string, string)> Read(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql, string name, string stream)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$stream", stream);
        command.ExecuteNonQuery();
    }
}
