using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Writing;

/// <summary>
/// Group commit: one loop sends all waiting appends as one batch; meanwhile the next batch gathers. The queue, the batch, the wait in the
/// queue and the wait for the database all have limits (<see cref="JournalOptions"/>). While the database is unavailable, appends fail at
/// once, and the loop asks whether it is back.
/// </summary>
public sealed partial class JournalWriter : IAsyncDisposable
{
    /// <summary>
    /// How often an unavailable database is asked whether it is back. Recovery is noticed after this plus the time of a connection.
    /// </summary>
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long one such question may take.</summary>
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(2);

    private readonly IBatchStore _store;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly JournalMetrics _metrics;
    private readonly ILogger _logger;
    private readonly Channel<WaitingAppend> _queue = Channel.CreateUnbounded<WaitingAppend>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly BatchBuilder _builder;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _loop;
    private CancellationTokenSource _limit;
    private int _queued;
    private volatile bool _down;

    /// <summary>Starts the loop. The writer owns the store from here on.</summary>
    public JournalWriter(
        IBatchStore store, JournalOptions options, TimeProvider time, JournalMetrics metrics, ILogger<JournalWriter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(metrics);
        _store = store;
        _options = options;
        _time = time;
        _metrics = metrics;
        _logger = logger;
        _builder = new BatchBuilder(options.BatchLimit);
        _limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        metrics.ObserveQueue(() => Volatile.Read(ref _queued));
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Raised on the writer's loop after each batch that wrote something: must not block. The tail listens.</summary>
    public event Action<CommittedBatch>? Committed;

    /// <summary>Raised on the writer's loop when the database answered that its history is another one: must not block.</summary>
    public event Action<Epoch>? EpochMoved;

    /// <summary>Whether the database is away, as far as the writer knows.</summary>
    public bool IsDown => _down;

    internal JournalMetrics Metrics => _metrics;

    /// <summary>Queues a request and returns its answer once it is settled. See <see cref="IJournal.AppendAsync"/>.</summary>
    /// <exception cref="JournalUnavailableException">
    /// The queue is full, the request waited too long, or the database is unavailable.
    /// </exception>
    /// <exception cref="AppendRejectedException">The database rejected its data.</exception>
    /// <exception cref="DamagedException">The database says that what it needs is damaged.</exception>
    public ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return EnqueueAsync(PreparedAppend.Of(request), cancellation);
    }

    /// <summary>Returns once all that was found is durable. See <see cref="IJournal.ConfirmAsync"/>.</summary>
    /// <exception cref="JournalUnavailableException">That is not known in time, or it was found in another history.</exception>
    public async ValueTask ConfirmAsync(Epoch epoch, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if ((await EnqueueAsync(PreparedAppend.Confirmation(epoch), cancellation)).Outcome != AppendOutcome.Committed)
            throw new JournalUnavailableException("The history is another one than that in which it was found.");
    }

    /// <summary>
    /// Stops. The batch that was sent is answered; waiting appends fail with <see cref="JournalUnavailableException"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (!_queue.Writer.TryComplete())
            return;
        await _stopping.CancelAsync();
        await _loop;
        await _store.DisposeAsync();
        _stopping.Dispose();
        _limit.Dispose();
    }

    private static async Task<AppendResult> AbandonableAsync(WaitingAppend waiting, CancellationToken cancellation)
    {
        // If a caller gives up before its batch is built, its request is dropped; later it only stops waiting.
        await using var registration = cancellation.UnsafeRegister(
            static (state, token) => ((WaitingAppend)state!).TrySetCanceled(token), waiting);
        return await waiting.Task;
    }

    private ValueTask<AppendResult> EnqueueAsync(PreparedAppend prepared, CancellationToken cancellation)
    {
        if (_down)
            throw Unavailable("unavailable", "The database is away.");
        if (Interlocked.Increment(ref _queued) > _options.QueueLimit)
        {
            Interlocked.Decrement(ref _queued);
            throw Unavailable("queue_full", "The journal's queue is full.");
        }

        var waiting = new WaitingAppend(prepared, _time.GetTimestamp());
        if (!_queue.Writer.TryWrite(waiting))
        {
            Interlocked.Decrement(ref _queued);
            throw Unavailable("unavailable", "The journal is stopping.");
        }

        var answer = cancellation.CanBeCanceled ? AbandonableAsync(waiting, cancellation) : waiting.Task;
        return new ValueTask<AppendResult>(AppendSpan.IsWanted ? AppendSpan.AroundAsync(waiting, answer, _time) : answer);
    }

    private async Task RunAsync()
    {
        var batch = new List<WaitingAppend>(_options.BatchLimit);
        Func<WaitingAppend?> take = () => _queue.Reader.TryRead(out var waiting) ? waiting : null;
        Func<WaitingAppend, bool> drop = Drop;
        try
        {
            while (_builder.HeldCount > 0 || await _queue.Reader.WaitToReadAsync(_stopping.Token))
            {
                _stopping.Token.ThrowIfCancellationRequested();
                _builder.Build(batch, take, drop);
                Interlocked.Add(ref _queued, -batch.Count);
                if (!await CommitAsync(batch))
                    await AwaitReturnAsync();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            LogLoopFailed(_logger, e);
            throw;
        }
        finally
        {
            _down = true;
            _queue.Writer.TryComplete();
            FailQueue("The journal is stopping.");
        }
    }

    /// <summary>Commits what is still within its deadline. False when the database is away.</summary>
    private async Task<bool> CommitAsync(List<WaitingAppend> batch)
    {
        if (batch.Count == 0)
            return true;
        try
        {
            var sent = new PreparedAppend[batch.Count];
            var started = _time.GetTimestamp();
            for (var i = 0; i < sent.Length; i++)
            {
                sent[i] = batch[i].Append;
                batch[i].Sent(sent.Length, started);
            }

            var results = await _store.CommitAsync(sent, LimitFor(batch, started));
            _metrics.Batch(sent.Length, _time.GetElapsedTime(started));
            Answer(batch, sent, results);
            return true;
        }
        catch (BatchRejectedException e) when (batch.Count == 1)
        {
            _metrics.Count("rejected");
            LogRejected(_logger, batch[0].Append.Request.CommandId.Value, e);
            batch[0].TrySetException(e.InnerException as DamagedException
                ?? (Exception)new AppendRejectedException("The database refused the append.", e));
            return true;
        }
        catch (BatchRejectedException)
        {
            // Splitting in halves finds the bad request in 2 log n more batches instead of n, and all others are written.
            var half = batch.Count / 2;
            var left = await CommitAsync([.. batch.Take(half).Where(w => !Late(w))]);
            var rest = batch.Skip(half).Where(w => !Late(w)).ToList();
            if (left)
                return await CommitAsync(rest);
            Fail(rest, "unavailable", "The database is away.", null);
            return false;
        }
        catch (Exception e) when (e is JournalUnavailableException or OperationCanceledException)
        {
            _down = true;
            Fail(batch, "unavailable", "The database is away, or did not answer in time.", e);
            return false;
        }
        catch (Exception e)
        {
            // A fault of the program: the callers get it, the loop goes on, and the store is asked whether it can commit.
            LogStoreFailed(_logger, e);
            _down = true;
            Fail(batch, "unavailable", "The batch failed.", e);
            return false;
        }
    }

    private void Answer(List<WaitingAppend> batch, PreparedAppend[] sent, IReadOnlyList<AppendResult> results)
    {
        var wrote = false;
        Epoch? moved = null;
        for (var i = 0; i < batch.Count; i++)
        {
            if (!batch[i].Append.IsConfirmation)
                _metrics.Answered(results[i], batch[i].Append.Events.Count);
            wrote |= CommittedBatch.Wrote(results[i]);
            if (results[i].Outcome == AppendOutcome.EpochMoved)
                moved = results[i].Epoch;
        }

        if (moved is { } epoch)
            EpochMoved?.Invoke(epoch);
        if (wrote)
            Committed?.Invoke(new CommittedBatch(sent, results));
        for (var i = 0; i < batch.Count; i++)
            batch[i].TrySetResult(results[i]);
    }

    /// <summary>Answers everything at once until the store is back.</summary>
    private async Task AwaitReturnAsync()
    {
        _down = true;
        var since = _time.GetTimestamp();
        LogDown(_logger);
        while (true)
        {
            FailQueue("The database is away.");
            try
            {
                using var limit = new CancellationTokenSource(ProbeLimit, _time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
                await _store.ProbeAsync(either.Token);
                break;
            }
            catch (Exception e)
            {
                // Stopped while it asked: that does not mean that the store is unavailable.
                _stopping.Token.ThrowIfCancellationRequested();
                LogStillDown(_logger, e.GetBaseException().Message);
            }

            await Task.Delay(ProbeInterval, _time, _stopping.Token);
        }

        _down = false;
        LogUp(_logger, _time.GetElapsedTime(since).TotalSeconds);
    }

    private bool Drop(WaitingAppend waiting)
    {
        if (!waiting.Task.IsCompleted && !Late(waiting))
            return false;
        Interlocked.Decrement(ref _queued);
        return true;
    }

    /// <summary>
    /// Whether it is past its deadline. Then it fails and must never be sent, as its caller no longer waits.
    /// </summary>
    private bool Late(WaitingAppend waiting)
    {
        if (_time.GetElapsedTime(waiting.QueuedAt) <= _options.AppendDeadline)
            return false;
        Fail([waiting], "dropped", "The append waited too long and was not sent.", null);
        return true;
    }

    private void FailQueue(string why)
    {
        foreach (var waiting in _builder.TakeHeld())
            Drop(waiting);
        while (_queue.Reader.TryRead(out var waiting))
            Drop(waiting);

        void Drop(WaitingAppend waiting)
        {
            Interlocked.Decrement(ref _queued);
            Fail([waiting], "unavailable", why, null);
        }
    }

    private void Fail(IEnumerable<WaitingAppend> waiting, string outcome, string why, Exception? inner)
    {
        foreach (var one in waiting)
        {
            if (one.TrySetException(new JournalUnavailableException(why, inner)))
                _metrics.Count(outcome);
        }
    }

    /// <summary>The token that fires when the oldest request of the batch must have its answer.</summary>
    private CancellationToken LimitFor(List<WaitingAppend> batch, long now)
    {
        if (!_limit.TryReset())
        {
            _limit.Dispose();
            _limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        }

        var oldest = batch.Min(w => w.QueuedAt);
        var left = _options.SettleDeadline - _time.GetElapsedTime(oldest, now);
        _limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return _limit.Token;
    }

    private JournalUnavailableException Unavailable(string outcome, string why)
    {
        _metrics.Count(outcome);
        return new JournalUnavailableException(why);
    }

    [LoggerMessage(2001, LogLevel.Warning, "The journal's database is away: appends are answered as unavailable at once.")]
    private static partial void LogDown(ILogger logger);

    [LoggerMessage(2002, LogLevel.Debug, "The journal's database is still away: {Reason}")]
    private static partial void LogStillDown(ILogger logger, string reason);

    [LoggerMessage(2003, LogLevel.Warning, "The journal's database is back after {Seconds:F3} s.")]
    private static partial void LogUp(ILogger logger, double seconds);

    [LoggerMessage(2004, LogLevel.Error, "The database refused the append of command {Command}.")]
    private static partial void LogRejected(ILogger logger, Guid command, Exception exception);

    [LoggerMessage(2005, LogLevel.Error, "The batch store failed in an unexpected way.")]
    private static partial void LogStoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(2006, LogLevel.Critical, "The journal's writer stopped.")]
    private static partial void LogLoopFailed(ILogger logger, Exception exception);
}
