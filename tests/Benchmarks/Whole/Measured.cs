using HdrHistogram;
using Tocsin.Tests.Benchmarks.Journal;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>A load, what it reached, and what that cost.</summary>
/// <param name="Name">The load.</param>
/// <param name="Score">What it reached.</param>
/// <param name="Cost">What all processes used for it; null where it is not known.</param>
/// <param name="Commands">How many commands that were.</param>
internal sealed record Measured(string Name, Score Score, Meter? Cost = null, long Commands = 1)
{
    /// <summary>A closed loop of workers.</summary>
    public static Task<Measured> ClosedAsync(
        Place place, string name, int workers, TimeSpan time, Func<int, Task> act, CancellationToken cancellation, int commandsEach = 1) =>
        RunAsync(place, name, () => InFlight.RunAsync(workers, time, act, cancellation), commandsEach);

    /// <summary>Whatever measures latencies.</summary>
    public static async Task<Measured> RunAsync(
        Place place, string name, Func<Task<(LongHistogram Latency, TimeSpan Elapsed)>> run, int commandsEach = 1)
    {
        if (place.Arena is { } arena)
            await arena.SettleAsync();
        var before = await Meter.ReadAsync(place);
        var (latency, elapsed) = await run();
        var cost = (await Meter.ReadAsync(place)).Since(before);
        var commands = latency.TotalCount * commandsEach;
        var score = Score.Of(latency, elapsed, 1) with { CommandsPerSecond = commands / elapsed.TotalSeconds };
        Console.Error.WriteLine($"{name}: {score.CommandsPerSecond:N0}/s, p50 {score.P50:N1} ms, p99 {score.P99:N1} ms");
        return new Measured(name, score, cost, commands);
    }

    /// <summary>The one in the middle of some runs of the same.</summary>
    public static Measured MedianOf(IEnumerable<Measured> runs)
    {
        var sorted = runs.OrderBy(r => r.Score.CommandsPerSecond).ToList();
        return sorted[sorted.Count / 2];
    }
}
