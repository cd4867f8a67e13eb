using System.CommandLine;
using System.Globalization;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Benchmarks.Whole;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Scaling;

/// <summary>
/// <c>feed-clients</c>: what commands cost while consoles hang on the feed of the same gateway, each of which is told of each of them.
/// </summary>
internal static class FeedClientsCommand
{
    private const int Workers = 64;
    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(8);

    public static Command Make()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each load runs, 1 to 600.", DefaultValueFactory = _ => 10 };
        var warmUp = new Option<int>("--warm-up")
        {
            Description = "Seconds of notes before anything counts, 0 to 600.",
            DefaultValueFactory = _ => 20,
        };
        var clients = new Option<int[]>("--clients")
        {
            Description = "How many hang on the feed, each 0 to 5,000.",
            DefaultValueFactory = _ => [0, 50, 200, 1_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var rate = new Option<int>("--rate")
        {
            Description = "Commands a second of the open loop, 1 to 5,000.",
            DefaultValueFactory = _ => 100,
        };
        var command = new Command("feed-clients", "Commands over HTTP by the number of clients on the feed: as many as go, and at a rate.")
        {
            seconds, warmUp, clients, rate,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)),
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(warmUp), 0, 600)),
            [.. parsed.GetValue(clients)!.Select(n => Math.Clamp(n, 0, 5_000))],
            Math.Clamp(parsed.GetValue(rate), 1, 5_000),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TimeSpan time, TimeSpan warmUp, int[] sizes, int rate, CancellationToken cancellation)
    {
        await using var arena = await Arena.StartAsync();
        await using var place = await Place.ClusterAsync(arena, silos: 1, gateways: 1);
        var note = await new Desk(place).NotesAsync(Workers, cancellation);
        await InFlight.RunAsync(Workers, warmUp, note, cancellation);
        var rows = new List<Measured>();
        foreach (var clients in sizes)
        {
            rows.Add(await BesideAsync(
                $"{clients:N0} clients: notes at {rate:N0}/s", () => OpenLoop.RunAsync(rate, Workers, time, note, cancellation)));
            rows.Add(await BesideAsync(
                $"{clients:N0} clients: a note, {Workers} in flight", () => InFlight.RunAsync(Workers, time, note, cancellation)));

            async Task<Measured> BesideAsync(string name, Func<Task<(HdrHistogram.LongHistogram Latency, TimeSpan Elapsed)>> run)
            {
                if (clients == 0)
                    return await Measured.RunAsync(place, name, run);
                await using var hanging = LoadProgram.Start(
                    "feed", "--profile", "none", "--no-trails", "--p99", "0", "--clients", Text(clients), "--seconds",
                    Text((int)(Arrival + time).TotalSeconds + 4), "--url", place.Gateways[0].Url.ToString());
                await Task.Delay(Arrival, cancellation);
                var seen = await Meter.MetricAsync(place.Gateways[0], "tocsin_feed_clients");
                var measured = await Measured.RunAsync(place, name, run);
                await hanging.EndAsync();
                return measured with { Name = seen >= clients ? name : $"{name} (only {seen:N0} had come)" };
            }
        }

        MeasuredTable.Print(rows, $"{sizes[0]:N0} clients", arena.Version);
        Console.WriteLine("\nThe clients are a process of their own on the same cores, which no column has.");
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
