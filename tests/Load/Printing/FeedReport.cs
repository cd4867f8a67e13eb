using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Feed;

namespace Tocsin.Tests.Load.Printing;

/// <summary>Says what a run of feed clients showed, and the verdict.</summary>
public static class FeedReport
{
    private const double MiB = 1 << 20;

    /// <summary>Prints it.</summary>
    public static void Print(IAnsiConsole console, FeedRunResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        var latencies = new Table()
            .AddColumns("from commit to client", "events x clients", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "max ms");
        foreach (var l in new[] { result.Live, result.OverCuts }.Where(l => l.Count > 0))
            latencies.AddRow(l.Name, N(l.Count), Ms(l.P50), Ms(l.P90), Ms(l.P99), Ms(l.P999), Ms(l.Max));
        console.Write(latencies);
        var counts = new Table()
            .AddColumns("clients", "events", "told", "missed", "repeated", "out of order", "altered", "resets", "connections");
        counts.AddRow(
            N(result.Clients), N(result.Events), N(result.Told), N(result.Missed), N(result.Repeated), N(result.OutOfOrder),
            N(result.Altered), N(result.Resets), N(result.Connections));
        console.Write(counts);
        if (result.Ends.Count > 0)
            console.WriteLine("Connections ended before the end: " + string.Join(", ", result.Ends.Select(e => $"{e.Key} {e.Value:N0}")));
        if (result is { Cpu: { } cpu, ResidentBytes: { } resident })
            console.WriteLine($"The watched processes used {cpu:P1} of a processor and {resident / MiB:0} MiB.");
        console.WriteLine($"The clients used {result.OwnCpu:P1} of a processor, for {result.Seconds:0.0} s.");
        var failures = result.Failures();
        foreach (var failure in failures)
            console.WriteLine(failure);
        console.WriteLine(failures.Count == 0 ? "feed: every client saw everything once, in order." : "feed: NOT as it must be.");
    }

    /// <summary>Writes it as JSON.</summary>
    public static async Task WriteAsync(string path, FeedRunResult result) =>
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(result, Wire.Json));

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ms(double ms) => ms.ToString("#,0.0", CultureInfo.InvariantCulture);
}
