using System.Diagnostics.Metrics;

namespace Tocsin.Recommending;

/// <summary>What recommending measures, on the meter <see cref="MeterName"/>. Nothing is measured when nobody listens.</summary>
public sealed class RecommendMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Recommending";

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _missing;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public RecommendMetrics(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _duration = _meter.CreateHistogram(
            "tocsin.recommendation.duration",
            "s",
            "How long it took to find out who should go, from the picture in memory.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1] });
        _missing = _meter.CreateCounter<long>("tocsin.recommendation.missing", "{unit}", "Units that a response plan asked for and that could not be found.");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    internal void Recommended(TimeSpan took, int missing)
    {
        if (_duration.Enabled)
            _duration.Record(took.TotalSeconds);
        if (missing > 0)
            _missing.Add(missing);
    }
}
