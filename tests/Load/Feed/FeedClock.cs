using HdrHistogram;
using Tocsin.Tests.Load.Measuring;

namespace Tocsin.Tests.Load.Feed;

/// <summary>
/// How long events take from their commit (<c>recordedAt</c>, whole milliseconds, so up to one more than the truth) until a client of the
/// same machine has read them. What happened while a client had no connection is told apart: that is what its cut cost, not what the feed
/// costs.
/// </summary>
public sealed class FeedClock
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly LongConcurrentHistogram live = new(1, (long)Longest.TotalMicroseconds, 3);
    private readonly LongConcurrentHistogram cut = new(1, (long)Longest.TotalMicroseconds, 3);

    /// <summary>Notes an event that a client has read.</summary>
    /// <param name="recordedAt">When it was committed.</param>
    /// <param name="connectedAt">Since when the client had its connection.</param>
    /// <param name="readAt">When the client had it.</param>
    public void Note(DateTimeOffset recordedAt, DateTimeOffset connectedAt, DateTimeOffset readAt) =>
        (recordedAt >= connectedAt ? live : cut)
            .RecordValue(Math.Clamp((long)(readAt - recordedAt).TotalMicroseconds, 1, (long)Longest.TotalMicroseconds));

    /// <summary>Of events that were recorded while the client hung on the feed.</summary>
    public LatencyFigures Live() => Figures("while connected", live);

    /// <summary>Of events that were recorded before the client was (back) on the feed.</summary>
    public LatencyFigures OverCuts() => Figures("over a cut", cut);

    private static LatencyFigures Figures(string name, HistogramBase histogram)
    {
        double Ms(double percentile) => histogram.TotalCount == 0 ? 0 : histogram.GetValueAtPercentile(percentile) / 1000.0;
        return new LatencyFigures(name, histogram.TotalCount, Ms(50), Ms(90), Ms(99), Ms(99.9), Ms(100));
    }
}
