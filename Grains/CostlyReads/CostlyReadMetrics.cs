using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.CostlyReads;

/// <summary>What past boards and reports measure, on the meter <see cref="MeterName"/>.</summary>
public sealed class CostlyReadMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.CostlyReads";

    private readonly Counter<long> _reads;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public CostlyReadMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory) => _reads = Meter.CreateCounter<long>(
            "tocsin.costly.reads",
            "{read}",
            "Past boards and reports by outcome: done; failed; dropped, the caller has gone; refused, too many wait.");

    internal void Ended(string kind, string outcome) =>
        _reads.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));
}
