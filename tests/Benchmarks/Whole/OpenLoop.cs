using System.Diagnostics;
using System.Threading.Channels;
using HdrHistogram;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>
/// Commands at a rate that waits for nobody. A latency counts from when the command was to start, so that one that had to wait for a free
/// connection is as late as its caller found it (no coordinated omission). The timer ticks each millisecond: that much of each latency may
/// be its own.
/// </summary>
internal static class OpenLoop
{
    private const long HighestMicroseconds = 60_000_000;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    public static async Task<(LongHistogram Latency, TimeSpan Elapsed)> RunAsync(
        double perSecond, int workers, TimeSpan time, Func<int, Task> command, CancellationToken cancellation)
    {
        var due = Channel.CreateUnbounded<TimeSpan>(new UnboundedChannelOptions { SingleWriter = true });
        var clock = Stopwatch.StartNew();
        var histograms = Enumerable.Range(0, workers).Select(_ => new LongHistogram(HighestMicroseconds, 2)).ToArray();
        var working = histograms.Select((histogram, worker) => Task.Run(
            async () =>
            {
                await foreach (var start in due.Reader.ReadAllAsync(cancellation))
                {
                    await command(worker);
                    histogram.RecordValue(Math.Clamp((long)(clock.Elapsed - start).TotalMicroseconds, 1, HighestMicroseconds));
                }
            },
            cancellation)).ToArray();
        using var timer = new PeriodicTimer(Tick);
        var sent = 0L;
        while (clock.Elapsed < time && await timer.WaitForNextTickAsync(cancellation))
        {
            for (var until = (long)(clock.Elapsed.TotalSeconds * perSecond); sent < until; sent++)
                due.Writer.TryWrite(TimeSpan.FromSeconds(sent / perSecond));
        }

        due.Writer.Complete();
        await Task.WhenAll(working);
        var total = new LongHistogram(HighestMicroseconds, 2);
        foreach (var histogram in histograms)
            total.Add(histogram);
        return (total, clock.Elapsed);
    }
}
