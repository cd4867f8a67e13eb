using System.CommandLine;
using System.Diagnostics;
using HdrHistogram;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Recommending;
using Tocsin.Recommending.Travel;
using Tocsin.Units;

namespace Tocsin.Tests.Benchmarks.Recommending;

/// <summary>
/// <c>recommend</c>: one recommendation and one response plan among many units, beside what systems do that read and sort the whole
/// department each time.
/// </summary>
internal static class RecommendCommand
{
    public static Command Make()
    {
        var units = new Option<int>("--units") { Description = "How many are on duty, 10 to 20,000.", DefaultValueFactory = _ => 10_000 };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How many of each are measured, 100 to 100,000.",
            DefaultValueFactory = _ => 5_000,
        };
        var command = new Command("recommend", "Recommendations and response plans: time and allocations, beside a naive baseline.")
        {
            units,
            rounds,
        };
        command.SetAction(parsed => Run(Math.Clamp(parsed.GetValue(units), 10, 20_000), Math.Clamp(parsed.GetValue(rounds), 100, 100_000)));
        return command;
    }

    private static int Run(int units, int rounds)
    {
        var city = new City(units, new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        var learned = LearnedEstimator.Of(TravelModel.Cold with
        {
            Corrected = true,
            SetupSeconds = 60,
            SecondsPerKm = 80,
            Kinds = [new("patrol", 0.9, 100), new("van", 1.2, 100)],
            Hours = [.. Enumerable.Range(0, 24).Select(h => new TravelFactor($"{h:00}", 1.1, 100))],
            Areas = [.. Enumerable.Range(0, 40).Select(s => new TravelFactor($"S{s}", 1.05, 100))],
        });
        Console.WriteLine($"{units:N0} units on duty, four of ten busy");
        Measure("five units of any sort", rounds, () => Recommender.Recommend(city.Picture, city.Scene(), [Need.Any(5)], learned));
        Measure(
            "a response plan: ten units, four sorts", rounds, () => Recommender.Recommend(city.Picture, city.Scene(), City.Alarm, learned));

        // What other systems do at each question: read every unit's row, sort all by the straight line, no reasons.
        var rows = city.Views.Select(TocsinJson.Write).ToArray();
        Measure("naive: read all rows, sort by distance", Math.Max(20, rounds / 100), () => Naive(rows, city.Scene().Place!.Value));
        return 0;
    }

    private static List<UnitView> Naive(string[] rows, GeoPoint place) =>
        [.. rows
            .Select(TocsinJson.Read<UnitView>)
            .Where(u => u.Status == UnitStatus.Available)
            .OrderBy(u => GreatCircle.Meters(u.Home!.Value, place))
            .Take(5)];

    private static void Measure(string what, int rounds, Func<object> act)
    {
        for (var i = 0; i < Math.Min(rounds, 500); i++)
            act();
        var (latency, processor) = (
            new LongHistogram(TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerMinute, 3),
            new LongHistogram(TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerMinute, 3));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            var (started, worked) = (Stopwatch.GetTimestamp(), ThreadTime.Now);
            act();
            processor.RecordValue(Math.Max(1, ThreadTime.Now - worked));
            latency.RecordValue(Math.Max(1, Stopwatch.GetElapsedTime(started).Ticks * TimeSpan.NanosecondsPerTick));
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / rounds;
        Console.WriteLine($"{what}: elapsed p50 {Ms(latency, 50):N3} ms, p99 {Ms(latency, 99):N3} ms; "
            + $"processor p50 {Ms(processor, 50):N3} ms, p99 {Ms(processor, 99):N3} ms; {allocated:N0} bytes allocated each");

        static double Ms(LongHistogram times, double percentile) => times.GetValueAtPercentile(percentile) / 1e6;
    }
}
