using System.Diagnostics.Metrics;

namespace Tocsin.Recording;

/// <summary>The metrics of the access log at a gateway.</summary>
internal sealed class AccessMetrics
{
    private readonly Counter<long> _refused;
    private readonly Counter<long> _dropped;

    private Func<int> _waiting = static () => 0;
    private Func<TimeSpan> _oldest = static () => TimeSpan.Zero;

    public AccessMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Tocsin.Recording");
        _refused = meter.CreateCounter<long>(
            "tocsin.access.refused", "{request}", "Reads of personal data that were answered 503, as the access log could not take them.");
        _dropped = meter.CreateCounter<long>(
            "tocsin.access.dropped", "{item}", "Items of the access log that were lost, as too many waited.");
        meter.CreateObservableGauge(
            "tocsin.access.waiting", () => _waiting(), "{item}", "Items of the access log that wait at this gateway to be written.");
        meter.CreateObservableGauge(
            "tocsin.access.oldest", () => _oldest().TotalSeconds, "s", "How long the oldest item of the access log waits at this gateway.");
    }

    /// <summary>Says how many items wait, and how long the oldest does.</summary>
    public void Watch(Func<int> waiting, Func<TimeSpan> oldest) => (_waiting, _oldest) = (waiting, oldest);

    /// <summary>Counts a read that was refused.</summary>
    public void Refused() => _refused.Add(1);

    /// <summary>Counts an item that was lost.</summary>
    public void Dropped() => _dropped.Add(1);
}
