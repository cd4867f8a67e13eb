using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.PostgreSql;
using Tocsin.Journal.Sqlite;
using Tocsin.Journal.Writing;
using Tocsin.Schema;
using Tocsin.Tests.Support.Postgres;

namespace Tocsin.Tests.Benchmarks.Lists;

/// <summary><c>lists</c>: how long pages of one list take among many things, by every condition, on both databases.</summary>
internal static class ListsCommand
{
    private const int Rounds = 5;
    private const int Page = 51;

    public static Command Make()
    {
        var rows = new Option<int>("--rows")
        {
            Description = "How many incidents there are, 1,000 to 5,000,000.",
            DefaultValueFactory = _ => 1_000_000,
        };
        var only = new Option<string?>("--only") { Description = "One database: postgresql or sqlite." };
        var command = new Command("lists", "Pages of the list of incidents: by time, words, keys and status.") { rows, only };
        command.SetAction(async (parsed, cancellation) =>
        {
            var count = Math.Clamp(parsed.GetValue(rows), 1_000, 5_000_000);
            if (parsed.GetValue(only) is not "sqlite")
                await OnPostgresAsync(count, cancellation);
            if (parsed.GetValue(only) is not "postgresql")
                await OnSqliteAsync(count, cancellation);
            return 0;
        });
        return command;
    }

    private static JournalOptions Patient => new() { AppendDeadline = TimeSpan.FromMinutes(1), SettleDeadline = TimeSpan.FromMinutes(2) };

    private static async Task OnPostgresAsync(int rows, CancellationToken cancellation)
    {
        await using var server = await PostgresServer.StartAsync("shared_buffers=512MB");
        var connection = await server.CreateDatabaseAsync();
        await PostgresSchema.UpgradeAsync(connection, cancellation: cancellation);
        using var metrics = new JournalMetrics();
        await using var journal = await PostgresJournal.OpenAsync(
            connection, Patient, TimeProvider.System, metrics, NullLoggerFactory.Instance, cancellation);
        await MeasureAsync("PostgreSQL", journal, journal.Queries, rows, cancellation);
    }

    private static async Task OnSqliteAsync(int rows, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-lists-");
        try
        {
            SqliteSchema.Upgrade(folder.FullName);
            using var metrics = new JournalMetrics();
            await using var journal = SqliteJournal.Open(
                DataDirectory.JournalIn(folder.FullName), Patient, TimeProvider.System, metrics, NullLoggerFactory.Instance);
            await MeasureAsync("SQLite", journal, journal.Queries, rows, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(
        string database, IJournal journal, IJournalQueries queries, int rows, CancellationToken cancellation)
    {
        var took = await ListedThings.WriteAsync(journal, rows, cancellation);
        Console.WriteLine($"{database}: {rows:N0} incidents written in {took.TotalSeconds:N0} s");
        var all = new ListQuery(StreamKind.Incident, Page);
        foreach (var (what, query) in ListedThings.Questions(all, rows))
        {
            var times = new List<double>();
            var found = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var clock = Stopwatch.StartNew();
                found = (await queries.ListAsync(query, cancellation)).Count;
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine($"  {what,-58} {found,3} found  median {times[Rounds / 2],8:N1} ms  longest {times[^1],8:N1} ms");
        }
    }
}
