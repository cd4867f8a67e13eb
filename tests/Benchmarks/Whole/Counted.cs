using System.Diagnostics;
using HdrHistogram;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>A number of tasks, done once each by workers as fast as they can.</summary>
internal static class Counted
{
    private const long HighestMicroseconds = 60_000_000;

    public static async Task<(LongHistogram Latency, TimeSpan Elapsed)> RunAsync(
        int workers, int count, Func<int, int, Task> act, CancellationToken cancellation)
    {
        var latencies = new long[count];
        var (next, clock) = (-1, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(
            async () =>
            {
                for (var i = Interlocked.Increment(ref next);
                    i < count && !cancellation.IsCancellationRequested;
                    i = Interlocked.Increment(ref next))
                {
                    var started = Stopwatch.GetTimestamp();
                    await act(worker, i);
                    latencies[i] = (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                }
            },
            cancellation)));
        var elapsed = clock.Elapsed;
        var total = new LongHistogram(HighestMicroseconds, 3);
        foreach (var latency in latencies)
            total.RecordValue(Math.Clamp(latency, 1, HighestMicroseconds));
        return (total, elapsed);
    }
}
