using System.Diagnostics;
using HdrHistogram;

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>A closed loop of a number of workers; each waits for its answer before it asks again.</summary>
internal static class InFlight
{
    private const long HighestMicroseconds = 60_000_000;

    public static async Task<(LongHistogram Latency, TimeSpan Elapsed)> RunAsync(
        int workers, TimeSpan time, Func<int, Task> command, CancellationToken cancellation)
    {
        var total = new LongHistogram(HighestMicroseconds, 3);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(worker), cancellation)));
        return (total, clock.Elapsed);

        async Task WorkAsync(int worker)
        {
            var mine = new List<long>();
            while (clock.Elapsed < time && !cancellation.IsCancellationRequested)
            {
                var started = Stopwatch.GetTimestamp();
                await command(worker);
                mine.Add((long)Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }

            lock (total)
            {
                foreach (var latency in mine)
                    total.RecordValue(Math.Min(latency, HighestMicroseconds));
            }
        }
    }
}
