using System.Text;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tocsin.Auditing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Schema;
using Tocsin.Tests.Journal.Conformance;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Journal.PostgreSql;

/// <summary>A page of the board in which a bit flipped while the server was down: PostgreSQL refuses it, by its own checksums.</summary>
public sealed class DamagedPageTests
{
    private const int Streams = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_damaged_page_costs_the_picture_and_the_clocks_what_stands_on_it_and_no_more()
    {
        await using var server = await PostgresServer.StartAsync();
        var connection = await server.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(connection);
        await using var database = new PostgresDatabase(connection);
        await using (var host = await database.OpenAsync())
        {
            for (var i = 0; i < Streams; i++)
            {
                var view = $$"""{"id":"{{i}}","t":"{{new string('v', 900)}}"}""";
                var entry = new BoardEntry(view, 1, true, 1, 2, null, Draft.Noon) { LateAt = Draft.Noon };
                var draft = new Draft(host.Journal.Epoch).Event(Stream(i), 0, board: entry);
                Assert.Equal(AppendOutcome.Committed, (await host.Journal.AppendAsync(draft.Build(), Cancellation)).Outcome);
            }
        }

        var file = Path.Combine(server.DataFolder, await ScalarAsync<string>(connection, "select pg_relation_filepath('board')"));
        await server.StopAsync();
        await FlipAsync(file, "{\"id\":\"7\",\"t\"");
        await server.StartAgainAsync();

        await using (var host = await database.OpenAsync())
        {
            var shown = new List<StreamId>();
            await host.Journal.ReadPictureAsync([(short)StreamKind.Unit], row => shown.Add(row.Stream), Cancellation);
            var count = shown.Distinct().Count();
            Assert.InRange(count, Streams - 12, Streams - 1);
            Assert.DoesNotContain(Stream(7), shown);
            await Assert.ThrowsAsync<DamagedException>(() => host.Journal.FindAsync(Stream(7), Cancellation).AsTask());
            var before = Draft.Noon.AddDays(1);
            var query = new DueQuery(before, [(short)StreamKind.Unit], [], 100);
            Assert.Equal(count, (await host.Journal.ReadDueAsync(query, Cancellation)).Count);
            Assert.Equal(count, (await host.Queries.ListLateAsync(100, Cancellation)).Count);
            Assert.Equal(count, (await host.Queries.ListDueAsync(before, 100, Cancellation)).Count);

            // What does not need the page is written.
            var other = new Draft(host.Journal.Epoch).Event(Stream(Streams), 0);
            Assert.Equal(AppendOutcome.Committed, (await host.Journal.AppendAsync(other.Build(), Cancellation)).Outcome);
            var damaged = new Draft(host.Journal.Epoch).Event(Stream(7), 1);
            await Assert.ThrowsAsync<DamagedException>(() => host.Journal.AppendAsync(damaged.Build(), Cancellation).AsTask());
        }

        await using var snapshot = await database.AuditAsync();
        var report = await new JournalAudit(snapshot, keys: null, new FakeTimeProvider()).RunAsync(Cancellation);
        Assert.Contains(report.Findings.Told, f => f.Kind == FindingKind.Damaged);
    }

    private static StreamId Stream(int i) => new(StreamKind.Unit, $"u{i}");

    private static async Task FlipAsync(string file, string marker)
    {
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker));
        Assert.True(at > 0, "the row is compressed, or elsewhere");
        bytes[at + 100] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
    }

    private static async Task<T> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
