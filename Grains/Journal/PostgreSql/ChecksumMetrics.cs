using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Journal.PostgreSql;

/// <summary>What is measured of the database's own checksums, on the meter <see cref="MeterName"/>.</summary>
public sealed class ChecksumMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Checksums";

    private readonly Gauge<int> _on;
    private readonly Gauge<long> _failures;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public ChecksumMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _on = Meter.CreateGauge<int>(
            "tocsin.database.checksums",
            "1",
            "1 where PostgreSQL writes and checks a checksum for each of its pages, 0 where it does not.");
        _failures = Meter.CreateGauge<long>(
            "tocsin.database.checksum.failures", "{page}", "Pages that PostgreSQL read and that did not fit, by its own count.");
    }

    internal void Looked(bool on, long failures)
    {
        _on.Record(on ? 1 : 0);
        _failures.Record(failures);
    }
}
