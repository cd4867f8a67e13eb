using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>An earlier program on the same file, after a way back: it knows no checksums.</summary>
public sealed class OlderProgramTests() : ConformanceTest(SqliteDatabase.CreateAsync)
{
    [Fact]
    public async Task What_it_writes_anew_loses_the_checksum_of_before_and_is_read()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Event(Unit("b"), 0));

        // As its append does it: the row with the key, and on conflict every column that it knows.
        await Database.RunAsync(
            """
            INSERT INTO board (stream, kind, bucket, version, position, hash, open, status, priority, view_code, view)
            VALUES ('unit/a', 2, 0, 2, 3, zeroblob(32), 1, 5, 0, 1, 'older')
            ON CONFLICT (stream) DO UPDATE SET version = excluded.version, position = excluded.position, hash = excluded.hash,
              open = excluded.open, status = excluded.status, priority = excluded.priority, view_code = excluded.view_code,
              view = excluded.view
            """);
        var row = (await Journal.FindAsync(Unit("a"), Cancellation))!;
        Assert.Equal((2, "older"), (row.Version, row.Entry.View));

        // Its neighbour still has one, and so does what this program writes from then on.
        await Database.RunAsync("UPDATE board SET status = 9 WHERE stream = 'unit/b'");
        Assert.True((await Journal.ReadBoardAsync([Unit("b")], Cancellation))[0].IsDamaged);
        await CommitAsync(Draft().Event(Unit("a"), 2));
        await Database.RunAsync("UPDATE board SET status = 9 WHERE stream = 'unit/a'");
        Assert.True((await Journal.ReadBoardAsync([Unit("a")], Cancellation))[0].IsDamaged);
    }
}
