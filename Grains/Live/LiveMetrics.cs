using System.Diagnostics.Metrics;
using Tocsin.Journal;
using Tocsin.Telemetry;

namespace Tocsin.Live;

/// <summary>What the live picture measures, on the meter <see cref="MeterName"/>. Nothing is measured when nobody listens.</summary>
public sealed class LiveMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Live";

    private readonly Histogram<double> _lag;
    private readonly Counter<long> _unreadable;
    private volatile LivePicture? _picture;
    private volatile Moment? _missingSince;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public LiveMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _lag = Seconds(
            "tocsin.live.lag",
            "From when an event was recorded to when it stood in this process's picture.",
            0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5);
        Meter.CreateObservableGauge(
            "tocsin.live.items", () => _picture?.Count ?? 0, "{item}", "Open incidents and units on duty in this process's picture.");
        Meter.CreateObservableGauge(
            "tocsin.live.position",
            () => _picture?.Position.Value ?? 0,
            "{position}",
            "The position that this process's picture is as of.");
        _unreadable = Meter.CreateCounter<long>(
            "tocsin.live.unreadable", "{row}", "Board rows that this process could not read: the live picture goes on without them.");
    }

    /// <summary>Since when this process has no picture; null while it has one, and before it begins to load the first.</summary>
    public DateTimeOffset? MissingSince => _missingSince?.At;

    /// <summary>Adds gauges that a feature makes of the picture; called once, at the start.</summary>
    internal void Add(Action<Meter, Func<LivePicture?>> gauges) => gauges(Meter, () => _picture);

    internal void Unreadable() => _unreadable.Add(1);

    internal void Loaded(LivePicture picture) => (_picture, _missingSince) = (picture, null);

    internal void Forgotten(DateTimeOffset now)
    {
        _missingSince ??= new Moment(now);
        _picture = null;
    }

    internal void Moved(DateTimeOffset now, IReadOnlyList<JournalEvent> events)
    {
        if (_lag.Enabled && events is [.., { IsDamaged: false }])
            _lag.Record(Math.Max(0, (now - events[^1].RecordedAt).TotalSeconds));
    }

    private sealed record Moment(DateTimeOffset At);
}
