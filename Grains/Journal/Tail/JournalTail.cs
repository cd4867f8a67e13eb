using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Tail;

/// <summary>
/// Follows the journal for this process, in the same way on both databases. It reads each <see cref="JournalOptions.TailInterval"/>. Events
/// that this process wrote come from its writer, without a read, if no other process wrote in between. While the database is unavailable it
/// waits, and then continues where it was.
/// </summary>
public sealed partial class JournalTail : BackgroundService, IJournalTail
{
    /// <summary>How often it makes sure that the history is still the same one.</summary>
    private static readonly TimeSpan EpochInterval = TimeSpan.FromSeconds(1);

    /// <summary>How many batches of its own wait to be taken; with one more all are let go, and read from the journal instead.</summary>
    private const int HandedMax = 16;

    /// <summary>The longest pause between two tries that fail for another reason than an unavailable database.</summary>
    private static readonly TimeSpan RetryMax = TimeSpan.FromSeconds(1);

    /// <summary>How often failures of the tail and of its observers are logged; each of them is counted.</summary>
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromMinutes(1);

    private const string ReadFailure = "read";
    private const string ObserverFailure = "observer";

    private readonly IJournal _journal;
    private readonly JournalWriter _writer;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<JournalTail> _logger;
    private readonly Queue<CommittedBatch> _handed = new(HandedMax);
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly HandingClock _handing;
    private bool _disposed;
    private readonly Lock _lock = new();
    private readonly TailSubscribers<IReadOnlyList<JournalEvent>> _observers = new();
    private readonly TailSubscribers<JournalPage> _followers = new();
    private ImmutableList<Action<Epoch>> _epochObservers = [];
    private readonly TaskCompletionSource _started = NewMoved();
    private TaskCompletionSource _moved = NewMoved();
    private EventRing? _ring;
    private JournalPosition _position;
    private JournalPosition _positionSeen;
    private JournalPosition _endSeen;
    private DateTimeOffset? _stalledSince;
    private long? _toldReadAt;
    private long? _toldObserverAt;
    private long _taken, _read;
    private bool _ticked = true;
    private Epoch _epoch;

    /// <summary>Makes it; it follows once it is started.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="writer">The writer of this process.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="time">The clock of its intervals.</param>
    /// <param name="logger">Logs failures.</param>
    public JournalTail(
        IJournal journal, JournalWriter writer, IOptions<JournalOptions> options, TimeProvider time, ILogger<JournalTail> logger)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        (_journal, _writer, _options, _time, _logger) = (journal, writer, options.Value, time, logger);
        _handing = new HandingClock(time);
        _writer.Committed += Hand;
        _writer.Metrics.ObserveTail(() => EventsTaken, () => EventsRead, () => Position.Value, () => End.Value);
    }

    /// <inheritdoc/>
    public JournalPosition Position
    {
        get
        {
            lock (_lock)
                return _position;
        }
    }

    /// <summary>How many events it took from this process's writer.</summary>
    public long EventsTaken => Volatile.Read(ref _taken);

    /// <summary>How many events it read from the database.</summary>
    public long EventsRead => Volatile.Read(ref _read);

    /// <summary>The journal's end as it was last read, once a second, or this process's own position where that is further.</summary>
    public JournalPosition End
    {
        get
        {
            lock (_lock)
                return _endSeen > _position ? _endSeen : _position;
        }
    }

    /// <inheritdoc/>
    public Task Started => _started.Task;

    /// <inheritdoc/>
    public DateTimeOffset? StalledSince
    {
        get
        {
            lock (_lock)
                return _stalledSince;
        }
    }

    /// <inheritdoc/>
    public DateTimeOffset? HandingSince => _handing.Since;

    /// <inheritdoc/>
    public IDisposable Subscribe(Action<IReadOnlyList<JournalEvent>> observer, Action reload) => _observers.Add(observer, reload);

    /// <inheritdoc/>
    public IDisposable Follow(Action<JournalPage> observer, Action reload) => _followers.Add(observer, reload);

    /// <inheritdoc/>
    public IDisposable OnEpochMoved(Action<Epoch> observer)
    {
        ImmutableInterlocked.Update(ref _epochObservers, static (all, one) => all.Add(one), observer);
        return new Subscription(() => ImmutableInterlocked.Update(ref _epochObservers, static (all, one) => all.Remove(one), observer));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(
        JournalPosition after, int limit, TimeSpan wait, CancellationToken cancellation = default)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            IReadOnlyList<JournalEvent>? page;
            Task moved;
            lock (_lock)
            {
                page = _ring?.After(after, limit);
                moved = _moved.Task;
            }

            page ??= await _journal.ReadAsync(after, limit, cancellation);
            var left = wait - _time.GetElapsedTime(started);
            if (page.Count > 0 || left <= TimeSpan.Zero)
                return page;
            await Task.WhenAny(moved, Task.Delay(left, _time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public void ForgetEvents() => Volatile.Write(ref _ring, new EventRing(_options.TailRing, Position));

    /// <inheritdoc/>
    public override void Dispose()
    {
        _writer.Committed -= Hand;
        base.Dispose();
        lock (_lock)
        {
            // A timer that fires at this moment must not use the disposed semaphore: that would end the process.
            _disposed = true;
            _signal.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var checkedEpoch = 0L;
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (_ring is null || _time.GetElapsedTime(checkedEpoch) >= EpochInterval)
                {
                    await CheckEpochAsync(stoppingToken);
                    checkedEpoch = _time.GetTimestamp();
                }

                await FollowAsync(stoppingToken);
                failures = 0;
            }
            catch (JournalUnavailableException)
            {
                // The writer logs it.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception, ReadFailure);
                failures++;
            }

            // A lasting failure is retried with longer and longer pauses, up to 1 s: it must not fill the log or load the database.
            await PauseAsync(failures == 0 ? _options.TailInterval : BackOff(failures), stoppingToken);
        }
    }

    private TimeSpan BackOff(int failures)
    {
        var pause = _options.TailInterval * Math.Pow(2, Math.Min(failures, 10));
        return pause < RetryMax ? pause : RetryMax;
    }

    private static TaskCompletionSource NewMoved() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task CheckEpochAsync(CancellationToken stopping)
    {
        var (end, epoch) = await _journal.ReadEndAsync(stopping);
        NoteEnd(end);
        if (_ring is not null && epoch == _epoch)
            return;
        var first = _ring is null;
        lock (_lock)
        {
            _ring = new EventRing(_options.TailRing, end);
            (_position, _epoch) = (end, epoch);
        }

        if (first)
        {
            _started.TrySetResult();
            return;
        }

        LogEpochMoved(epoch);
        using (_handing.Begin())
        {
            foreach (var observer in _epochObservers)
                observer(epoch);
        }
    }

    // It stands still if its position is that of the last check, and the journal's end was further on already then.
    private void NoteEnd(JournalPosition end)
    {
        lock (_lock)
        {
            if (_position == _positionSeen && _endSeen > _position)
                _stalledSince ??= _time.GetUtcNow();
            else
                _stalledSince = null;
            (_positionSeen, _endSeen) = (_position, end);
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var behind = false;
        while (true)
        {
            // A page that is not the last one may have rows that are newer than a waiting batch of our own.
            if (!behind && TakeHanded() is { } handed)
            {
                Interlocked.Add(ref _taken, handed.Events.Count);
                Tell(handed);
                continue;
            }

            // Read the events of other silos on each tick, or at once if some of them come before a batch of our own.
            if (!behind && !IsTimeToLook())
                return;

            // The rows are read only if somebody follows.
            var page = _followers.IsEmpty
                ? new JournalPage(await _journal.ReadAsync(_position, JournalLimits.EventsPerPage, stopping), [], IsEnd: false)
                : await _journal.ReadPageAsync(_position, JournalLimits.EventsPerPage, stopping);
            if (page.Events.Count == 0)
                return;
            Interlocked.Add(ref _read, page.Events.Count);
            Tell(page);
            behind = !page.IsEnd;
        }
    }

    private bool IsTimeToLook()
    {
        lock (_lock)
        {
            var isTime = _ticked || _handed.Count > 0;
            _ticked = false;
            return isTime;
        }
    }

    /// <summary>
    /// The next batch of this process, if it comes right after the present position; null if there is none, or if others wrote in between.
    /// </summary>
    private JournalPage? TakeHanded()
    {
        CommittedBatch batch;
        lock (_lock)
        {
            while (_handed.TryPeek(out var old) && (old.Last <= _position || old.Epoch != _epoch))
                _handed.Dequeue();
            if (!_handed.TryPeek(out batch!) || !batch.IsWhole || batch.First.Value != _position.Value + 1)
                return null;
            _handed.Dequeue();
        }

        return batch.ToPage();
    }

    private void Tell(JournalPage page)
    {
        TaskCompletionSource moved;
        TailSubscribers<IReadOnlyList<JournalEvent>>.Present observers;
        TailSubscribers<JournalPage>.Present followers;
        lock (_lock)
        {
            // A subscriber that comes after the position has moved must not get what lies before it.
            (observers, followers) = (_observers.Now(), _followers.Now());
            foreach (var happened in page.Events)
                _ring!.Add(happened);
            _position = page.Events[^1].Position;
            _stalledSince = null;
            (moved, _moved) = (_moved, NewMoved());
        }

        using (_handing.Begin())
        {
            observers.Hand(page.Events, ObserverFailed);
            followers.Hand(page, ObserverFailed);
        }

        moved.TrySetResult();
    }

    private void ObserverFailed(Exception exception) => Failed(exception, ObserverFailure);

    private void Failed(Exception exception, string what)
    {
        _writer.Metrics.TailFailed(what);
        ref var told = ref what == ReadFailure ? ref _toldReadAt : ref _toldObserverAt;
        if (told is { } at && _time.GetElapsedTime(at) < TellAgainAfter)
            return;
        told = _time.GetTimestamp();
        if (what == ReadFailure)
            LogFailed(exception);
        else
            LogObserverFailed(exception);
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stopping)
    {
        using var timer = _time.CreateTimer(static state => ((JournalTail)state!).Tick(), this, pause, Timeout.InfiniteTimeSpan);
        try
        {
            await _signal.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private void Hand(CommittedBatch batch)
    {
        lock (_lock)
        {
            if (_handed.Count == HandedMax)
                _handed.Clear();
            _handed.Enqueue(batch);
        }

        Signal();
    }

    private void Tick()
    {
        lock (_lock)
            _ticked = true;
        Signal();
    }

    private void Signal()
    {
        lock (_lock)
        {
            if (!_disposed && _signal.CurrentCount == 0)
                _signal.Release();
        }
    }

    [LoggerMessage(2301, LogLevel.Error, "The tail could not follow the journal; it retries, and tells further failures once a minute")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(2302, LogLevel.Warning, "The journal's history is another one now: epoch {Epoch}; memory of the old one is dropped")]
    private partial void LogEpochMoved(Epoch epoch);

    [LoggerMessage(
        2303,
        LogLevel.Error,
        "An observer of the tail failed; it reads its state anew, the others go on. Further failures are told once a minute")]
    private partial void LogObserverFailed(Exception exception);
}
