using System.CommandLine;
using System.Globalization;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Feed;

/// <summary>
/// <c>feed</c>: what a client on the live feed costs its gateway under a load, beside a bare endpoint that sends the same bytes at the same
/// times.
/// </summary>
internal static class FeedCommand
{

    public static Command Make()
    {
        var clients = new Option<int[]>("--clients")
        {
            Description = "How many clients, 1 to 10,000; give it once for each measurement.",
            DefaultValueFactory = _ => [250, 1_000],
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long each measurement takes, 5 to 600.",
            DefaultValueFactory = _ => 30,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How often all of them are repeated, 1 to 20.",
            DefaultValueFactory = _ => 3,
        };
        var silos = new Option<int>("--silos") { Description = "How many silos, 1 to 5.", DefaultValueFactory = _ => 3 };
        var command = new Command(
            "feed",
            "Clients on the live feed of one gateway while city-peak runs "
                + "over another, and on a bare endpoint that sends the same bytes.") { clients, seconds, rounds, silos };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(clients),
            Math.Clamp(parsed.GetValue(seconds), 5, 600),
            Math.Clamp(parsed.GetValue(rounds), 1, 20),
            Math.Clamp(parsed.GetValue(silos), 1, 5),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int[] clients, int seconds, int rounds, int silos, CancellationToken cancellation)
    {
        await using var cluster = await RunningCluster.StartAsync(new ClusterPlan { Silos = silos, Gateways = 2 });
        var folder = Directory.CreateTempSubdirectory("tocsin-feed-").FullName;
        try
        {
            var measuring = new FeedMeasuring(cluster, folder, seconds);
            await measuring.WarmUpAsync(cancellation);
            var scores = new List<FeedScore>();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var count in clients.Prepend(0))
                {
                    scores.Add(await measuring.GatewayAsync(count, cancellation));
                    Print(scores[^1]);
                }

                foreach (var count in clients.Prepend(0))
                {
                    scores.Add(await measuring.BareAsync(count, cancellation));
                    Print(scores[^1]);
                }
            }

            PrintMedians(scores);
            return scores.Sum(s => s.Wrong) == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static async Task<string> EndAsync(LoadProgram program)
    {
        var (_, output) = await program.EndAsync();
        return output;
    }

    private static void Print(FeedScore score) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{score.Contender}, {score.Clients} clients: {score.Events} events, p50 {score.P50Ms:0} ms, "
            + $"p99 {score.P99Ms:0} ms, max {score.MaxMs:0} ms, {score.Cpu:P1} of a processor, "
            + $"{score.MiB:0} MiB, clients {score.ClientsCpu:P0}, {score.Wrong} wrong; load {LoadAverage()}"));

    private static void PrintMedians(List<FeedScore> scores)
    {
        Console.WriteLine();
        Console.WriteLine("| | clients | events each | p50 ms | p99 ms | max ms | processor "
            + "| above 0 clients, ms/s each | MiB | above 0 clients, KiB each |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var group in scores.GroupBy(s => (s.Contender, s.Clients)))
        {
            var alone = scores.Where(s => s.Contender == group.Key.Contender && s.Clients == 0).ToList();
            var (cpu, mib) = (Median(group, s => s.Cpu), Median(group, s => s.MiB));
            var each = group.Key.Clients == 0 ? ("", "") : (
                ((cpu - Median(alone, s => s.Cpu)) * 1_000 / group.Key.Clients).ToString("0.00", CultureInfo.InvariantCulture),
                ((mib - Median(alone, s => s.MiB)) * 1_024 / group.Key.Clients).ToString("0", CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {group.Key.Contender} | {group.Key.Clients:N0} | {Median(group, s => s.Events):N0} "
                    + $"| {Median(group, s => s.P50Ms):0} | {Median(group, s => s.P99Ms):0} | "
                    + $"{Median(group, s => s.MaxMs):0} | {cpu:P1} | {each.Item1} | {mib:0} | {each.Item2} |"));
        }
    }

    private static double Median(IEnumerable<FeedScore> scores, Func<FeedScore, double> of)
    {
        var sorted = scores.Select(of).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
