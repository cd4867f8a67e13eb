using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Firing;

/// <summary>What the watch measures, on the meter <see cref="MeterName"/>. Nothing is measured when nobody listens.</summary>
public sealed class WatchMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Watch";

    private readonly Histogram<double> _lateness;
    private readonly Counter<long> _wakes;
    private readonly Counter<long> _stuck;
    private int _blind;
    private int _unreadable;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public WatchMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _lateness = Seconds(
            "tocsin.watch.lateness",
            "From when a clock was to fire to when its event was durable.",
            0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 6, 30);
        Meter.CreateObservableGauge(
            "tocsin.watch.blind",
            () => Volatile.Read(ref _blind),
            description: "1 while the watch cannot read the streams that are due.");
        Meter.CreateObservableGauge(
            "tocsin.watch.unreadable",
            () => Volatile.Read(ref _unreadable),
            "{stream}",
            "Streams that are due and whose kind this process does not know, at the last look.");
        _wakes = Meter.CreateCounter<long>("tocsin.watch.wakes", "{wake}", "Streams that were woken because something is due.");
        _stuck = Meter.CreateCounter<long>(
            "tocsin.watch.stuck", "{stream}", "Streams that did not move though they were woken again and again.");
    }

    internal void Saw() => Volatile.Write(ref _blind, 0);

    internal void Blind() => Volatile.Write(ref _blind, 1);

    internal void Unreadable(int streams) => Volatile.Write(ref _unreadable, streams);

    internal void Fired(TimeSpan lateness)
    {
        if (_lateness.Enabled)
            _lateness.Record(Math.Max(0, lateness.TotalSeconds));
    }

    internal void Woke() => _wakes.Add(1);

    internal void Stuck() => _stuck.Add(1);
}
