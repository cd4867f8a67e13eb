using System.Diagnostics.Metrics;

namespace Tocsin.Journal.Timekeeping;

/// <summary>What is measured of this process's clock, on the meter <see cref="MeterName"/>.</summary>
public sealed class ClockMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Clock";

    private readonly Meter _meter;
    private readonly Gauge<double> _offset;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public ClockMetrics(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _offset = _meter.CreateGauge<double>("tocsin.clock.offset", "s", "How far this process's clock is ahead of the database's; negative: behind.");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    internal void Offset(TimeSpan offset) => _offset.Record(offset.TotalSeconds);
}
