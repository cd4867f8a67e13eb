using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Adds the texts of before to the index of pairs, once, about 20,000 texts a second. New texts are written together with their pairs, so
/// the work that is left is the texts after the last one that has pairs.
/// </summary>
public static class SqliteListing
{
    /// <summary>How many texts are written in one transaction.</summary>
    private const int Step = 5_000;

    /// <summary>Writes what is left; one that was interrupted goes on where it was.</summary>
    public static void Fill(SqliteConnection connection)
    {
        while (Next(connection) is { Count: > 0 } texts)
        {
            using var transaction = connection.BeginTransaction();
            using var write = new SqliteStatement(connection, ListStatements.WritePairs);
            foreach (var (id, text) in texts)
                write.Bind(id).Bind(ListDialect.Sqlite.TermsOf(text)).Run();
            transaction.Commit();
        }
    }

    private static List<(long Id, string Text)> Next(SqliteConnection connection)
    {
        using var read = new SqliteStatement(
            connection, "SELECT id, text FROM board_text WHERE id > (SELECT coalesce(max(rowid), 0) FROM board_pair) ORDER BY id LIMIT ?");
        read.Bind(Step);
        var texts = new List<(long Id, string Text)>();
        while (read.Step())
            texts.Add((read.Number(0), read.Text(1)));
        return texts;
    }
}
