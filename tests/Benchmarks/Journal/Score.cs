using HdrHistogram;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>What a contender reached.</summary>
/// <param name="CommandsPerSecond">Durable commands.</param>
/// <param name="EventsPerSecond">Durable events (rows, for pgbench and the stock provider).</param>
/// <param name="P50">The middle latency, milliseconds.</param>
/// <param name="P99">The latency that one in a hundred exceeds, milliseconds.</param>
/// <param name="Note">What else there is to say.</param>
internal sealed record Score(double CommandsPerSecond, double EventsPerSecond, double P50, double P99, string Note = "")
{
    public static Score Of(LongHistogram histogram, TimeSpan elapsed, int eventsPerCommand, string note = "") => new(
        histogram.TotalCount / elapsed.TotalSeconds,
        histogram.TotalCount * eventsPerCommand / elapsed.TotalSeconds,
        histogram.GetValueAtPercentile(50) / 1000.0,
        histogram.GetValueAtPercentile(99) / 1000.0,
        note);

    public static Score MedianOf(List<Score> scores) => scores.OrderBy(s => s.CommandsPerSecond).ElementAt(scores.Count / 2);
}
