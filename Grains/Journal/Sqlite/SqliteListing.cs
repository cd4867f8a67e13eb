using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// Folds the texts of before and adds their pairs to the index, once, about 20,000 texts a second; a schema script that changes how texts
/// are folded empties the index. New texts are written together with their pairs, so the work that is left is the texts after the last one
/// that has pairs.
/// </summary>
public static class SqliteListing
{
    /// <summary>How many texts are written in one transaction.</summary>
    private const int Step = 5_000;

    /// <summary>Writes what is left; one that was interrupted goes on where it was.</summary>
    public static void Fill(SqliteConnection connection)
    {
        ShortenKeys(connection);
        while (Next(connection) is { Count: > 0 } texts)
        {
            using var transaction = connection.BeginTransaction();
            using var fold = new SqliteStatement(connection, "UPDATE board_text SET text = ? WHERE id = ?");
            using var write = new SqliteStatement(connection, ListStatements.WritePairs);
            foreach (var (id, text) in texts)
            {
                var folded = SearchText.Fold(text);
                if (folded != text)
                    fold.Bind(folded).Bind(id).Run();
                write.Bind(id).Bind(ListDialect.Sqlite.TermsOf(folded)).Run();
            }

            transaction.Commit();
        }
    }

    // A script writes keys of any length: those that are too long stand as ListKey has them.
    private static void ShortenKeys(SqliteConnection connection)
    {
        var keys = new List<(long Kind, string Key, long At, string Stream)>();
        using (var read = new SqliteStatement(connection, "SELECT kind, key, listed_at, stream FROM board_key WHERE length(key) > ?"))
        {
            // SQLite counts characters, of which each has one or two UTF-16 units.
            read.Bind(JournalLimits.ListKeyMaxLength / 2);
            while (read.Step())
                keys.Add((read.Number(0), read.Text(1), read.Number(2), read.Text(3)));
        }

        using var transaction = connection.BeginTransaction();
        using var shorten = new SqliteStatement(
            connection, "UPDATE OR REPLACE board_key SET key = ? WHERE kind = ? AND key = ? AND listed_at = ? AND stream = ?");
        foreach (var (kind, key, at, stream) in keys.Where(k => k.Key.Length > JournalLimits.ListKeyMaxLength))
        {
            var end = key.IndexOf(':', StringComparison.Ordinal);
            shorten.Bind(ListKey.Of(key[..end], key[(end + 1)..])).Bind(kind).Bind(key).Bind(at).Bind(stream).Run();
        }

        transaction.Commit();
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
