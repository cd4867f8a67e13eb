using System.Diagnostics.Metrics;

namespace Tocsin.Tests.Rules.Mission;

/// <summary>
/// Makes meters, listens to them and to no others, and sums up what it says: <c>tocsin.calls origin=live</c> and how often.
/// </summary>
internal sealed class Heard : IMeterFactory
{
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, double> _sums = new(StringComparer.Ordinal);

    public Heard()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == this)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Add(instrument, value, labels));
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Add(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, _, labels, _) => Add(instrument, 1, labels));
        _listener.Start();
    }

    /// <summary>What was heard so far.</summary>
    public IReadOnlyList<string> Lines => [.. _sums.Where(s => s.Value != 0).Select(s => $"{s.Key}: {s.Value}")];

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        return new Meter(options);
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var name = instrument.Name;
        foreach (var (label, word) in labels)
            name += $" {label}={word}";
        lock (_sums)
            _sums[name] = _sums.GetValueOrDefault(name) + value;
    }
}
