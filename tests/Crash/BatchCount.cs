using System.Diagnostics.Metrics;
using Tocsin.Journal.Writing;

namespace Tocsin.Tests.Crash;

/// <summary>Counts the journal's batches as its own meter reports them.</summary>
internal sealed class BatchCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _value;

    /// <summary>Starts counting.</summary>
    public BatchCount()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == JournalMetrics.MeterName && instrument.Name == "tocsin.journal.batch.size")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((_, _, _, _) => Interlocked.Increment(ref _value));
        _listener.Start();
    }

    /// <summary>How many there were.</summary>
    public long Value => Interlocked.Read(ref _value);

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
