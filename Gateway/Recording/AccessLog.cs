using System.Collections.Concurrent;
using Tocsin.Access;
using Tocsin.Calling;
using Tocsin.Settings;

namespace Tocsin.Recording;

/// <summary>
/// Takes what belongs into the access log, and writes it off the answer's path: gathered for a moment, in batches, by any silo. What cannot
/// be written waits in memory and, where the configuration names a folder, on the disk.
/// </summary>
internal sealed partial class AccessLog(
    GrainCaller caller,
    IGrainFactory grains,
    GatewayOptions options,
    AccessMetrics metrics,
    TimeProvider time,
    ILogger<AccessLog> logger) : IHostedLifecycleService, IDisposable
{
    private readonly ConcurrentQueue<(DateTimeOffset At, AccessNote Item)> _new = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _rung = new(0, 1);
    private AccessQueue? _queue;
    private AccessLines? _lines;
    private Task _running = Task.CompletedTask;
    private int _fresh;

    // Of what is new and of what is in the queue: while items go from one to the other, the sum of both counts would count them twice.
    private int _waiting;
    private bool _failing;
    private volatile bool _stopping;

    /// <summary>How many items wait to be written.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Whether so many items wait that nothing personal may be shown.</summary>
    public bool IsFull => Waiting >= AccessLimits.WaitingMax;

    /// <summary>Takes an item.</summary>
    public void Add(in AccessNote item)
    {
        if (Waiting >= AccessLimits.KeptMax)
        {
            metrics.Dropped();
            return;
        }

        Interlocked.Increment(ref _waiting);
        _new.Enqueue((time.GetUtcNow(), item));
        if (Interlocked.Increment(ref _fresh) == 1)
            Ring();
    }

    /// <summary>Counts a read that was refused, as the log is full.</summary>
    public void Refused() => metrics.Refused();

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes over what waits from before: after the silo of this process has claimed the data directory.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        metrics.Watch(() => Waiting, Oldest);
        var file = options.AccessFolder is { } folder ? WaitingFile.Open(folder) : null;
        if (file is null)
            LogNoFolder();
        _queue = new AccessQueue(file);
        var (items, unreadable) = _queue.Load();
        Interlocked.Add(ref _waiting, items);
        if (items + unreadable > 0)
            LogLoaded(items, unreadable);
        _running = RunAsync();
        return Task.CompletedTask;
    }

    /// <summary>Writes what waits, while there are silos to do it.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        Ring();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AccessLimits.StopTimeout);
        while (Waiting > 0 && !limit.IsCancellationRequested)
            await Task.Delay(AccessLimits.Gathering, time, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Puts on the disk what could not be written.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _running;
        if (_queue is null)
            return;
        Gather();
        Save();
    }

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue?.Dispose();
        _stop.Dispose();
        _rung.Dispose();
    }

    private TimeSpan Oldest() => _queue?.OldestAt is { } at && time.GetUtcNow() - at is { Ticks: > 0 } age ? age : TimeSpan.Zero;

    private IAccessGrain Grain => grains.GetGrain<IAccessGrain>(0);

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (Waiting == 0)
                await _rung.WaitAsync(_stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_failing || !_stopping)
                await PauseAsync(_failing ? AccessLimits.TryAgainAfter : AccessLimits.Gathering);
            try
            {
                await WriteAsync();
                _failing = false;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // StopAsync saves what waits.
            }
            catch (Exception exception)
            {
                // Whatever it is: nothing may be lost, and nobody else hears of it.
                if (!_failing)
                    LogUnwritten(exception, Waiting);
                _failing = true;
                Gather();
                Save();
            }
        }
    }

    private async Task WriteAsync()
    {
        _lines ??= new AccessLines(await caller.Call(CallPolicy.Read, _ => Grain.DigestKey(), _stop.Token));
        Gather();
        while (_queue!.Next() is { } batch)
        {
            await caller.Call(CallPolicy.Read, _ => Grain.Append(batch), _stop.Token);
            _queue.Written(batch.Entries.Count);
            Interlocked.Add(ref _waiting, -batch.Entries.Count);
        }

        if (_failing)
            LogWritten();
        Save(onlyWhatIsSaved: true);
    }

    private void Gather()
    {
        List<(DateTimeOffset At, AccessNote Item)> taken = [];
        while (_new.TryDequeue(out var item))
            taken.Add(item);
        var lines = 0;
        foreach (var (at, line, item) in (_lines ?? AccessLines.Keyless).Of(taken))
        {
            _queue!.Add(at, item.Subject, item.Thing, line);
            lines++;
        }

        Interlocked.Add(ref _fresh, -taken.Count);
        Interlocked.Add(ref _waiting, lines - taken.Count);
    }

    // The disk is the second place that may fail; what is in memory stays there.
    private void Save(bool onlyWhatIsSaved = false)
    {
        try
        {
            _queue!.Save(onlyWhatIsSaved);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogUnsaved(exception.Message);
        }
    }

    private async Task PauseAsync(TimeSpan pause) =>
        await Task.Delay(pause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    [LoggerMessage(3021, LogLevel.Warning, $"{WaitingFile.Key} is not set: what waits for the access log is lost when this process ends")]
    private partial void LogNoFolder();

    [LoggerMessage(3022, LogLevel.Warning, "{Items} items of the access log were left from before, {Unreadable} lines could not be read")]
    private partial void LogLoaded(int items, int unreadable);

    [LoggerMessage(
        3023, LogLevel.Error, "The access log cannot be written; {Waiting} items wait, and it is tried again until it succeeds")]
    private partial void LogUnwritten(Exception exception, int waiting);

    [LoggerMessage(3024, LogLevel.Information, "The access log is written again; nothing waits any more")]
    private partial void LogWritten();

    [LoggerMessage(3025, LogLevel.Error, "What waits for the access log cannot be put on the disk, and waits in memory: {Reason}")]
    private partial void LogUnsaved(string reason);
}
