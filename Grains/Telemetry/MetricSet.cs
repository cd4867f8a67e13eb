using System.Diagnostics.Metrics;

namespace Tocsin.Telemetry;

/// <summary>The instruments of one feature, on a meter of its own. Nothing is measured when nobody listens.</summary>
public abstract class MetricSet : IDisposable
{
    /// <summary>Makes the meter.</summary>
    /// <param name="name">The meter's name: <c>Tocsin.</c> and the feature.</param>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    private protected MetricSet(string name, IMeterFactory? factory) => Meter = factory?.Create(name) ?? new Meter(name);

    private protected Meter Meter { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Meter.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A histogram of seconds.</summary>
    /// <param name="name">The instrument's name.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="bounds">The upper bounds of its buckets, in seconds, rising.</param>
    private protected Histogram<double> Seconds(string name, string description, params double[] bounds) =>
        Meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });

    /// <summary>Records a duration. One that is negative, because clocks differ, is recorded as 0.</summary>
    private protected static void Record(Histogram<double> histogram, TimeSpan time)
    {
        if (histogram.Enabled)
            histogram.Record(Math.Max(0, time.TotalSeconds));
    }
}
