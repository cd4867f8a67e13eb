using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Journal.Timekeeping;

/// <summary>What is measured of this process's clock, on the meter <see cref="MeterName"/>.</summary>
public sealed class ClockMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Clock";

    private readonly Gauge<double> _offset;
    private readonly Gauge<double> _behind;
    private readonly Gauge<double> _databaseBehind;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public ClockMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _offset = Meter.CreateGauge<double>(
            "tocsin.clock.offset", "s", "How far this process's clock is ahead of the database's; negative: behind.");
        _behind = Meter.CreateGauge<double>(
            "tocsin.clock.behind",
            "s",
            "How far this process's clock lies behind the journal's end or the database's clock; 0: not at all.");
        _databaseBehind = Meter.CreateGauge<double>(
            "tocsin.clock.database.behind", "s", "How far the database's clock lies behind the journal's end; 0: not at all.");
    }

    internal void Behind(ClockVerdict verdict, bool ofDatabase)
    {
        _behind.Record(verdict.Behind.TotalSeconds);
        if (ofDatabase)
            _databaseBehind.Record(verdict.DatabaseBehind.TotalSeconds);
    }

    internal void Offset(TimeSpan offset) => _offset.Record(offset.TotalSeconds);
}
