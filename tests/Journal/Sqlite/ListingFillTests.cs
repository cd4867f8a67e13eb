using System.Globalization;
using Microsoft.Data.Sqlite;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;
using Tocsin.Schema;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>Lists of what an earlier program wrote: the script and the program make what this program would write.</summary>
public sealed class ListingFillTests : IDisposable
{
    private const string Long = "a category whose name is so long that no key can hold it beside its sort, in which case its digest stands";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tocsin-");

    [Fact]
    public void What_was_there_before_is_found_as_what_comes_after()
    {
        SqliteSchema.Upgrade(_folder.FullName);
        Run(
            $$$"""
            INSERT INTO board (stream, kind, bucket, version, position, hash, open, status, priority, view_code, view, listed_at) VALUES
              ('incident/a', 1, 0, 1, 1, x'00', 0, 5, 2, 1, '{"disposition":"handled","location":{"lat":36.53,"lon":113.05}}', 5),
              ('incident/b', 1, 0, 1, 2, x'00', 1, 0, 2, 1, '{"disposition":null,"location":null}', 6),
              ('call/c', 3, 0, 1, 3, x'00', 0, 3, 0, 1, '{}', 7);
            INSERT INTO incident (id, number, open, category, priority, station, exercise, received_at, search) VALUES
              ('a', '261130-0005', 0, 'theft', 2, 'north', 0, 5, '261130-0005'), ('b', '261130-0006', 1, '{{{Long}}}', 2, NULL, 0, 6, '');
            INSERT INTO response (incident, ordinal, unit, active) VALUES ('a', 0, 'P1', 0), ('a', 1, 'P1', 0), ('a', 2, 'P2', 0);
            INSERT INTO call (id, status, received_at, disposition_kind, incident, search) VALUES ('c', 3, 7, 'incident', 'a', '');
            INSERT INTO board_text (stream, kind, listed_at, text) VALUES
              ('incident/a', 1, 5, '261130-0005' || char(10) || '府前街 ８８ 号'), ('incident/b', 1, 6, ''), ('call/c', 3, 7, 'line 1');
            DELETE FROM board_key;
            DROP INDEX board_priority;
            DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0007_found%';
            """);
        SqliteSchema.Upgrade(_folder.FullName);

        Assert.Equal(["line1", "2611300005\n府前街88号", ""], Read("SELECT text FROM board_text ORDER BY stream"));
        Assert.Equal("3", Assert.Single(Read("SELECT count(*) FROM board_pair")));
        Assert.Equal("incident/a", Assert.Single(Read(
            $"SELECT t.stream FROM board_pair p JOIN board_text t ON t.id = p.rowid WHERE board_pair MATCH '{Pairs("街88")}'")));
        string[] expected =
        [
            "call/c disposition:incident", "call/c incident:a", "incident/a category:theft", "incident/a cell:10:1265,2930",
            "incident/a cell:200:25306,58610", "incident/a disposition:handled", "incident/a had:P1", "incident/a had:P2",
            "incident/b " + ListKey.Of("category", Long),
        ];
        Assert.Equal(expected, Read("SELECT stream || ' ' || key FROM board_key ORDER BY stream, key"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Pairs(string text) => ListDialect.Sqlite.PairsQuery([text]);

    private void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Read(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={DataDirectory.JournalIn(_folder.FullName)};Pooling=False");
        connection.Open();
        return connection;
    }
}
