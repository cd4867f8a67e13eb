using HdrHistogram;

namespace Tocsin.Tests.Load.Measuring;

/// <summary>The latencies of one kind of command, in milliseconds.</summary>
public sealed record LatencyFigures(string Name, long Count, double P50, double P90, double P99, double P999, double Max)
{
    /// <summary>The figures of a histogram of microseconds; zeros where it is empty.</summary>
    public static LatencyFigures Of(string name, HistogramBase histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        double Ms(double percentile) => histogram.TotalCount == 0 ? 0 : histogram.GetValueAtPercentile(percentile) / 1000.0;
        return new LatencyFigures(name, histogram.TotalCount, Ms(50), Ms(90), Ms(99), Ms(99.9), Ms(100));
    }
}
