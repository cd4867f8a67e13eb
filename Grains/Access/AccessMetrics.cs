using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Access;

/// <summary>The metrics of the table of the access log.</summary>
internal sealed class AccessMetrics : MetricSet
{
    private readonly Counter<long> _written;
    private readonly Counter<long> _removed;

    public AccessMetrics(IMeterFactory? factory = null)
        : base("Tocsin.Access", factory)
    {
        _written = Meter.CreateCounter<long>("tocsin.access.written", "{item}", "Items that were written into the access log.");
        _removed = Meter.CreateCounter<long>(
            "tocsin.access.removed", "{item}", "Items of the access log that were removed, as old as the configuration lets them become.");
    }

    /// <summary>Counts items that were written.</summary>
    public void Written(long items) => _written.Add(items);

    /// <summary>Counts items that were removed.</summary>
    public void Removed(int items) => _removed.Add(items);
}
