using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Overdue;

/// <summary>
/// What the list of what is late measures, on the meter <see cref="MeterName"/>. Nothing is measured when nobody listens.
/// </summary>
public sealed class OverdueMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Overdue";

    private readonly Histogram<double> _look;
    private readonly Counter<long> _incomplete;
    private readonly Counter<long> _unreadable;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public OverdueMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _look = Seconds("tocsin.overdue.look", "How long it took to read what is late.", 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5);
        _unreadable = Meter.CreateCounter<long>(
            "tocsin.overdue.unreadable", "{row}", "Late board rows whose view this process could not read: they are listed as unreadable.");
        _incomplete = Meter.CreateCounter<long>("tocsin.overdue.incomplete", "{look}", "Looks that found more than is counted.");
    }

    internal void Unreadable() => _unreadable.Add(1);

    internal void Looked(TimeSpan took, bool complete)
    {
        if (_look.Enabled)
            _look.Record(took.TotalSeconds);
        if (!complete)
            _incomplete.Add(1);
    }
}
