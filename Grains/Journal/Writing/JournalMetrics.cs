using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tocsin.Telemetry;

namespace Tocsin.Journal.Writing;

/// <summary>What the writer measures, on the meter <see cref="MeterName"/>. Nothing is measured when nobody listens.</summary>
public sealed class JournalMetrics : MetricSet
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Tocsin.Journal";

    /// <summary>What <see cref="Damaged"/> counts: an event.</summary>
    public const string DamagedLine = "line";

    /// <summary>What <see cref="Damaged"/> counts: a board row.</summary>
    public const string DamagedRow = "row";

    /// <summary>What <see cref="Damaged"/> counts: a part of the database that it cannot read itself.</summary>
    public const string DamagedFile = "file";

    private readonly Histogram<double> _commitDuration;
    private readonly Histogram<int> _batchSize;
    private readonly Counter<long> _appends;
    private readonly Counter<long> _events;
    private readonly Counter<long> _tailFailures;
    private readonly Counter<long> _damaged;
    private readonly Counter<long> _seals;

    /// <summary>Makes the instruments.</summary>
    /// <param name="factory">Where the meter comes from; null makes one of its own.</param>
    public JournalMetrics(IMeterFactory? factory = null)
        : base(MeterName, factory)
    {
        _commitDuration = Seconds(
            "tocsin.journal.commit.duration",
            "How long one batch took to become durable.",
            0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5);
        _batchSize = Meter.CreateHistogram(
            "tocsin.journal.batch.size",
            "{append}",
            "How many appends one batch carried.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] });
        _appends = Meter.CreateCounter<long>(
            "tocsin.journal.appends",
            "{append}",
            "Appends by outcome: committed, conflict, repeated, number_taken, claim_taken, epoch_moved, unavailable, dropped, queue_full, "
            + "rejected.");
        _tailFailures = Meter.CreateCounter<long>(
            "tocsin.journal.tail.failures",
            "{failure}",
            "Failures of the tail by source: read, the journal could not be followed; "
                + "observer, one of its observers threw and read its state anew.");
        _damaged = Meter.CreateCounter<long>(
            "tocsin.journal.damaged",
            "{read}",
            "Reads that met damage, by what: line, an event that is not what was written, or is missing; row, a board row that is not; "
                + "file, the database itself says that it is damaged.");
        _seals = Meter.CreateCounter<long>(
            "tocsin.journal.seals", "{seal}", "Seals that this process made, by form: signed; hmac, while a member knows nothing else.");
        _events = Meter.CreateCounter<long>("tocsin.journal.events", "{event}", "Events that became durable.");
    }

    /// <summary>Shows how many appends wait.</summary>
    public void ObserveQueue(Func<int> length) =>
        Meter.CreateObservableUpDownCounter("tocsin.journal.queue.length", length, "{append}", "Appends that wait for a batch.");

    /// <summary>Shows how far the tail has come, and how many events it handed on.</summary>
    /// <param name="own">How many it took from this process's writer.</param>
    /// <param name="read">How many it read from the database.</param>
    /// <param name="position">The position of the last event that it handed on.</param>
    /// <param name="end">The journal's end as it was last read.</param>
    public void ObserveTail(Func<long> own, Func<long> read, Func<long> position, Func<long> end)
    {
        Meter.CreateObservableCounter(
            "tocsin.journal.tail.events",
            () => new Measurement<long>[]
            {
                new(own(), new KeyValuePair<string, object?>("source", "own")),
                new(read(), new KeyValuePair<string, object?>("source", "read")),
            },
            "{event}",
            "Events that the tail handed on: own, taken from this process's writer; read, from the database.");
        Meter.CreateObservableGauge(
            "tocsin.journal.tail.position", position, "{position}", "The position of the last event that the tail handed on.");
        Meter.CreateObservableGauge(
            "tocsin.journal.end", end, "{position}", "The journal's end as this process read it last, once a second.");
    }

    /// <summary>Counts a read that met damage.</summary>
    /// <param name="what">One of the words above.</param>
    public void Damaged(string what) => _damaged.Add(1, new KeyValuePair<string, object?>("what", what));

    /// <summary>Shows for how long something has not been sealed that was written, in seconds.</summary>
    public void ObserveUnsealed(Func<double> seconds) =>
        Meter.CreateObservableGauge(
            "tocsin.journal.unsealed",
            seconds,
            "s",
            "For how long something that was written has not been sealed, or it cannot be looked at; 0: all is sealed.");

    internal void Sealed(bool isSigned) => _seals.Add(1, new KeyValuePair<string, object?>("form", isSigned ? "signed" : "hmac"));

    internal void TailFailed(string what) => _tailFailures.Add(1, new KeyValuePair<string, object?>("source", what));

    internal void Batch(int size, TimeSpan duration)
    {
        if (_batchSize.Enabled)
            _batchSize.Record(size);
        if (_commitDuration.Enabled)
            _commitDuration.Record(duration.TotalSeconds);
    }

    internal void Answered(AppendResult result, int events)
    {
        if (_appends.Enabled)
            Count(Word(result.Outcome));
        if (result.Outcome == AppendOutcome.Committed && _events.Enabled)
            _events.Add(events);
    }

    internal void Count(string outcome)
    {
        if (_appends.Enabled)
            _appends.Add(1, new KeyValuePair<string, object?>("tocsin.journal.outcome", outcome));
    }

    internal static string Word(AppendOutcome outcome) => outcome switch
    {
        AppendOutcome.Committed => "committed",
        AppendOutcome.Conflict => "conflict",
        AppendOutcome.Repeated => "repeated",
        AppendOutcome.NumberTaken => "number_taken",
        AppendOutcome.ClaimTaken => "claim_taken",
        AppendOutcome.EpochMoved => "epoch_moved",
        _ => throw new UnreachableException($"No word for the outcome {outcome}."),
    };
}
