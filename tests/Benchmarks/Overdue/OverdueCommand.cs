using System.CommandLine;
using HdrHistogram;
using Tocsin.Tests.Benchmarks.Journal;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Overdue;

/// <summary>
/// <c>overdue</c>: a storm in which everything is late at once, read by many consoles, and what that costs the commands beside it.
/// </summary>
internal static class OverdueCommand
{
    private const int Writers = 16;

    public static Command Make()
    {
        var incidents = new Option<int>("--incidents")
        {
            Description = "How many are overdue at once, 1 to 20,000.",
            DefaultValueFactory = _ => 10_000,
        };
        var consoles = new Option<int>("--consoles")
        {
            Description = "How many consoles ask at once, each again as soon as it is answered, 1 to 1,000.",
            DefaultValueFactory = _ => 64,
        };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long each measurement takes, 1 to 600.",
            DefaultValueFactory = _ => 10,
        };
        var command = new Command("overdue", "GET /overdue while everything is late, and notes over HTTP with and without it.")
        {
            incidents,
            consoles,
            seconds,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            Math.Clamp(parsed.GetValue(incidents), 1, 20_000),
            Math.Clamp(parsed.GetValue(consoles), 1, 1_000),
            TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 1, 600)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int incidents, int consoles, TimeSpan time, CancellationToken cancellation)
    {
        await using var cluster = await RunningCluster.StartAsync(new ClusterPlan { Silos = 1, Gateways = 1 });
        using var centre = await LateCentre.PrepareAsync(cluster.Gateways[0].Url);
        var made = await centre.MakeAsync(incidents, cancellation);
        Console.WriteLine($"{incidents:N0} incidents made in {made.TotalSeconds:N1} s");
        var late = await centre.WaitAsync(incidents, cancellation);
        Console.WriteLine($"all of them listed {late.TotalSeconds:N1} s after the last was made; "
            + $"a page of 50 with all counts has {await centre.ListAsync():N0} bytes");

        Print($"notes alone, {Writers} in flight", await InFlight.RunAsync(Writers, time, centre.NoteAsync, cancellation));
        Print("one console", await InFlight.RunAsync(1, time, _ => centre.ListAsync(), cancellation));
        Print($"{consoles} consoles", await InFlight.RunAsync(consoles, time, _ => centre.ListAsync(), cancellation));

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watching = Task.WhenAll(Enumerable.Range(0, consoles).Select(_ => centre.AskEachSecondAsync(enough.Token)));
        Print(
            $"notes, {Writers} in flight, beside {consoles} consoles that ask each second",
            await InFlight.RunAsync(Writers, time, centre.NoteAsync, cancellation));
        await enough.CancelAsync();
        await watching;
        Console.WriteLine(await LateCentre.LooksAsync(cluster.Silos[0].Url));
        return 0;
    }

    private static void Print(string what, (LongHistogram Latency, TimeSpan Elapsed) measured)
    {
        var (latency, elapsed) = measured;
        Console.WriteLine($"{what}: {latency.TotalCount / elapsed.TotalSeconds:N0}/s, p50 {Ms(50):N1} ms, "
            + $"p99 {Ms(99):N1} ms, longest {latency.GetMaxValue() / 1000.0:N1} ms");

        double Ms(double percentile) => latency.GetValueAtPercentile(percentile) / 1000.0;
    }
}
