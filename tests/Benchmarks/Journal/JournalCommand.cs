using System.CommandLine;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary><c>journal</c>: our journal beside pgbench and the stock provider, on one PostgreSQL that it starts.</summary>
internal static class JournalCommand
{
    public static Command Make()
    {
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long each contender runs in each round, 1 to 600.",
            DefaultValueFactory = _ => 5,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many rounds; the median counts, 1 to 99.",
            DefaultValueFactory = _ => 3,
        };
        var only = new Option<string>("--only")
        {
            Description = "Only the contenders whose name contains this.",
            DefaultValueFactory = _ => "",
        };
        var command = new Command(
            "journal",
            "pgbench single-row updates, the stock provider's WriteStateAsync, "
                + "our journal, and the whole way over HTTP, in turn.") { seconds, rounds, only };
        command.SetAction((parsed, cancellation) => RunAsync(
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)),
            Math.Clamp(parsed.GetValue(rounds), 1, 99),
            parsed.GetValue(only)!,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TimeSpan time, int rounds, string only, CancellationToken cancellation)
    {
        await using var arena = await Arena.StartAsync();
        await using var stock = await StockContender.PrepareAsync(arena);
        await using var journal = await JournalContender.PrepareAsync(arena);
        await using var http = await HttpContender.PrepareAsync(arena);
        var pgbench = await PgBenchContender.PrepareAsync(arena);

        // Each row is a contender with its load.
        (string Name, Func<Task<Score>> Run)[] rows =
        [
            ("pgbench, single-row update, 64 clients", () => pgbench.RunAsync(64, time)),
            ("stock WriteStateAsync, 64 in flight", () => stock.RunAsync(64, time, cancellation)),
            ("stock WriteStateAsync, 512 in flight", () => stock.RunAsync(512, time, cancellation)),
            ("journal, one stream, 64 in flight", () => journal.RunAsync(64, Shape.OneStream, time, cancellation)),
            ("journal, one stream, 512 in flight", () => journal.RunAsync(512, Shape.OneStream, time, cancellation)),
            ("journal, two streams, rows, key, 64 in flight", () => journal.RunAsync(64, Shape.Assignment, time, cancellation)),
            ("journal, two streams, rows, key, 512 in flight", () => journal.RunAsync(512, Shape.Assignment, time, cancellation)),
            ("a note over HTTP, 64 in flight", () => http.RunAsync(64, time, cancellation)),
            ("a note over HTTP, 256 in flight", () => http.RunAsync(256, time, cancellation)),
            ("a note over HTTP, 512 in flight", () => http.RunAsync(512, time, cancellation)),
        ];
        rows = [.. rows.Where(row => row.Name.Contains(only, StringComparison.Ordinal))];
        var scores = rows.ToDictionary(row => row.Name, _ => new List<Score>());
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var (name, run) in rows)
            {
                await arena.SettleAsync();
                var score = await run();
                scores[name].Add(score);
                Console.Error.WriteLine($"round {round}: {name}: {score.CommandsPerSecond:N0}/s");
            }
        }

        ScoreTable.Print(arena, [.. rows.Select(row => (row.Name, Score.MedianOf(scores[row.Name])))]);
        return 0;
    }
}
