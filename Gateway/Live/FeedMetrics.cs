using System.Diagnostics.Metrics;

namespace Tocsin.Live;

/// <summary>The metrics of the feed.</summary>
internal sealed class FeedMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Feed";

    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _written;
    private readonly Counter<long> _cut;
    private readonly Counter<long> _frames;
    private int _clients;

    public FeedMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5] };
        _lag = meter.CreateHistogram(
            "tocsin.feed.lag", "s", "From when an event was recorded to when this gateway had it.", advice: advice);
        _written = meter.CreateHistogram(
            "tocsin.feed.write.lag", "s", "From when an event was recorded to when it was written to a client.", advice: advice);
        _cut = meter.CreateCounter<long>("tocsin.feed.cut", "{client}", "Clients that were cut, by the code that they were given.");
        _frames = meter.CreateCounter<long>("tocsin.feed.frames", "{frame}", "Events written to clients.");
        meter.CreateObservableGauge("tocsin.feed.clients", () => Volatile.Read(ref _clients), "{client}", "Clients on the feed.");
    }

    /// <summary>How many clients there are.</summary>
    public int Clients => Volatile.Read(ref _clients);

    /// <summary>Counts a client that connected.</summary>
    /// <returns>How many there are with it.</returns>
    public int Entered() => Interlocked.Increment(ref _clients);

    /// <summary>Counts a client that disconnected.</summary>
    public void Left() => Interlocked.Decrement(ref _clients);

    /// <summary>Records how long after its recording the gateway had an event.</summary>
    public void Followed(TimeSpan lag) => _lag.Record(Math.Max(0, lag.TotalSeconds));

    /// <summary>Records frames that were written to a client, and how long after the recording of the last.</summary>
    public void Wrote(int frames, TimeSpan lag)
    {
        _frames.Add(frames);
        if (_written.Enabled)
            _written.Record(Math.Max(0, lag.TotalSeconds));
    }

    /// <summary>Counts a client that was disconnected by the gateway.</summary>
    public void Cut(string code) => _cut.Add(1, new KeyValuePair<string, object?>("code", code));
}
