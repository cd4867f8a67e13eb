using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Recommending;

/// <summary>What recommending measures, on the meter <see cref="MeterName"/>. Nothing is measured when nobody listens.</summary>
public sealed class RecommendMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Recommending";

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _missing;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public RecommendMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _duration = Seconds(
            "tocsin.recommendation.duration",
            "How long it took to find out who should go, from the picture in memory.",
            0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1);
        _missing = Meter.CreateCounter<long>(
            "tocsin.recommendation.missing", "{unit}", "Units that a response plan asked for and that could not be found.");
    }

    internal void Recommended(TimeSpan took, int missing)
    {
        if (_duration.Enabled)
            _duration.Record(took.TotalSeconds);
        if (missing > 0)
            _missing.Add(missing);
    }
}
