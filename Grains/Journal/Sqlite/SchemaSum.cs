using Microsoft.Data.Sqlite;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The checksum of a file's schema. SQLite keeps the texts that made tables, indexes and triggers, reads them at each opening, and checks
/// no more of them than their grammar. The checksum stands in the file's header, where SQLite leaves 32 bits to programs
/// (<c>PRAGMA user_version</c>); 0: none was written yet.
/// </summary>
public static class SchemaSum
{
    private const string Schema = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";
    private const string Stored = "PRAGMA user_version";

    /// <summary>Whether the schema fits its checksum. One without a checksum fits.</summary>
    /// <exception cref="SqliteException">The schema cannot be read.</exception>
    public static bool Fits(SqliteConnection connection) => Kept(connection) is var kept && (kept == 0 || kept == Of(connection));

    /// <summary>Writes the checksum of the schema as it is now. The caller made that schema, and it fitted before.</summary>
    /// <exception cref="SqliteException">It cannot be written.</exception>
    public static void Write(SqliteConnection connection)
    {
        var sum = Of(connection);
        if (sum == Kept(connection))
            return;
        using var write = new SqliteStatement(connection, $"{Stored} = {sum}");
        write.Run();
    }

    private static int Kept(SqliteConnection connection)
    {
        using var stored = new SqliteStatement(connection, Stored);
        stored.Step();
        return (int)stored.Number(0);
    }

    private static int Of(SqliteConnection connection)
    {
        using var text = new SumText();
        using var schema = new SqliteStatement(connection, Schema);
        while (schema.Step())
        {
            for (var column = 0; column < 3; column++)
                text.AddLine(schema.Text(column));
        }

        return text.Value;
    }
}
