using HdrHistogram;

namespace Tocsin.Tests.Load.Measuring;

/// <summary>The latencies of one kind of command, in milliseconds.</summary>
public sealed record LatencyFigures(string Name, long Count, double P50, double P90, double P99, double P999, double Max)
{
    // Ever closer to the whole: what a plot by 1 / (1 - p) shows evenly.
    private static readonly double[] Percentiles =
    [
        0, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.975, 99.99, 99.995, 99.999, 99.9995, 99.9999,
    ];

    /// <summary>The whole distribution, as far as its count can tell percentiles apart; none of a moment.</summary>
    public IReadOnlyList<LatencyPoint> Points { get; init; } = [];

    /// <summary>The figures of a histogram of microseconds; zeros where it is empty.</summary>
    public static LatencyFigures Of(string name, HistogramBase histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        double Ms(double percentile) => histogram.TotalCount == 0 ? 0 : histogram.GetValueAtPercentile(percentile) / 1000.0;
        return new LatencyFigures(name, histogram.TotalCount, Ms(50), Ms(90), Ms(99), Ms(99.9), Ms(100));
    }

    /// <summary>The same with the points of the distribution.</summary>
    public static LatencyFigures OfWhole(string name, HistogramBase histogram)
    {
        var figures = Of(name, histogram);

        // Of 200 answers the 99.9th percentile is their longest: it says nothing that the maximum does not.
        return figures with
        {
            Points = [.. Percentiles.Where(p => (100 - p) * figures.Count >= 100 - 1e-6)
                .Select(p => new LatencyPoint(p, histogram.GetValueAtPercentile(p) / 1000.0))],
        };
    }
}
