using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Watch;

/// <summary>What the watch measures, on the meter <see cref="MeterName"/>. Nothing is measured when nobody listens.</summary>
public sealed class WatchMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Watch";

    private readonly Histogram<double> _lateness;
    private readonly Counter<long> _wakes;
    private readonly Counter<long> _stuck;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public WatchMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _lateness = Seconds("tocsin.watch.lateness", "From when a clock was to fire to when its event was durable.", 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 6, 30);
        _wakes = Meter.CreateCounter<long>("tocsin.watch.wakes", "{wake}", "Streams that were woken because something is due.");
        _stuck = Meter.CreateCounter<long>("tocsin.watch.stuck", "{stream}", "Streams that did not move though they were woken again and again.");
    }

    internal void Fired(TimeSpan lateness)
    {
        if (_lateness.Enabled)
            _lateness.Record(Math.Max(0, lateness.TotalSeconds));
    }

    internal void Woke() => _wakes.Add(1);

    internal void Stuck() => _stuck.Add(1);
}
