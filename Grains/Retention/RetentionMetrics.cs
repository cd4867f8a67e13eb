using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Retention;

/// <summary>What retention does, on the meter <c>Tocsin.Retention</c>.</summary>
internal sealed class RetentionMetrics : MetricSet
{
    private readonly Counter<long> _erased;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public RetentionMetrics(IMeterFactory? factory = null)
        : base("Tocsin.Retention", factory) => _erased = Meter.CreateCounter<long>(
            "tocsin.retention.erased", "{thing}", "Calls and incidents of which something was erased because of its age.");

    /// <summary>Something of a thing was erased.</summary>
    /// <param name="kind">Its kind: call or incident.</param>
    public void Erased(Identity.StreamKind kind) => _erased.Add(1, Label.Of("kind", kind));
}
