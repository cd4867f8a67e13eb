using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Journal.PostgreSql;

/// <summary>What is measured of the database's standbys, on the meter <see cref="MeterName"/>.</summary>
public sealed class StandbyMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Standby";

    private readonly Gauge<int> _kept;
    private readonly KeyValuePair<string, object?> _choice;

    /// <summary>Makes the instrument.</summary>
    /// <param name="choice">What the centre has chosen.</param>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public StandbyMetrics(StandbyChoice choice, IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _choice = Label.Of("choice", choice);
        _kept = Meter.CreateGauge<int>(
            "tocsin.standby.kept",
            "1",
            "1 while what is acknowledged is on a synchronous standby, too; 0 while none is there. The choice is Tocsin:Standby.");
    }

    internal void Kept(bool kept) => _kept.Record(kept ? 1 : 0, _choice);
}
