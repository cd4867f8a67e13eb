using Tocsin.Calling;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Policies;
using Tocsin.SignIn;

namespace Tocsin.Live;

/// <summary>
/// Follows the cluster once for all clients of this gateway: loads the board in parts, then asks any silo for the events after it. A silo
/// that does not answer within 2 s is replaced by another one; nothing is lost, since every silo can answer from any position.
/// </summary>
internal sealed partial class BoardFollower(
    IGrainFactory grains,
    ClusterConnection connection,
    UnitPositionsTable positions,
    RefusedReportsTable refused,
    PresenceTable presences,
    BlockedSubjects blocked,
    FeedMetrics metrics,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<BoardFollower> logger)
    : BackgroundService
{
    private volatile BoardPicture? _picture;
    private volatile TaskCompletionSource _moved = NewMoved();
    private LiveMark _mark = new(null, 0, LiveKinds.Own);
    private long _key = Random.Shared.Next();

    /// <summary>The board; null until it is loaded.</summary>
    public BoardPicture? Picture => _picture;

    /// <summary>Completes with the next event, and at least once a second.</summary>
    public Task Moved => _moved.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A silo in this process stops before this service: it is asked no more as soon as the process is stopping.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await FollowAsync(stopping.Token);
    }

    private static TaskCompletionSource NewMoved() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        // A silo in this process knows its grains only after it has started.
        using var started = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, started.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var ticking = TickAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!connection.IsFound)
                    await Task.Delay(FeedLimits.RetryDelay, time, stoppingToken);
                else if (_picture is not { } picture)
                    await LoadAsync(stoppingToken);
                else
                    await FollowAsync(picture, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                if (!GrainCaller.IsTransient(exception) && exception is not ArgumentException)
                    LogFailed(exception);

                // Another key sooner or later reaches another silo.
                _key++;
                await Task.Delay(FeedLimits.RetryDelay, time, CancellationToken.None);
            }
        }

        await ticking;
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        var parts = new List<BoardPart>();
        StreamId? after = null;
        do
        {
            parts.Add(await AskAsync(live => LoadAsync(live, after)));
            after = parts[^1].Items is [.., var last] ? last.Stream : after;
        }
        while (!parts[^1].IsLast);
        if (parts.Any(p => p.Epoch != parts[0].Epoch))
            throw new JournalUnavailableException("The history changed while the board was loaded.");

        var loading = await BeginAsync(parts[0].Epoch, parts.Min(p => p.Position));
        parts.ForEach(p => loading.Load(p.Items));
        var until = parts.Max(p => p.Position);
        while (loading.Position < until)
            Take(loading, await ReadAsync(loading), stopping);
        _picture = loading;

        // After the board: what happens to the list from here on is told.
        blocked.Forget(stopping);
        LogLoaded(parts.Sum(p => p.Items.Count), loading.Position, time.GetElapsedTime(started).TotalMilliseconds);
        Pulse();
    }

    // A silo of an older program does not know the question with kinds, and has no others to show.
    private static async Task<BoardPart> LoadAsync(ILiveGrain live, StreamId? after)
    {
        try
        {
            return await live.LoadKinds(after, LiveKinds.Own);
        }
        catch (TypeLoadException)
        {
            return await live.Load(after);
        }
    }

    // With the newest events before it: clients that reconnect find them here, instead of asking the silos one by one.
    private async Task<BoardPicture> BeginAsync(Epoch epoch, JournalPosition start)
    {
        var history = new JournalPosition(Math.Max(0, start.Value - FeedLimits.HistoryMax));
        var pages = new List<LivePage>();
        for (var after = history; after < start; after = pages[^1].Position)
        {
            var page = await AskAsync(live => live.Read(after, LiveMark.NotWanted, TimeSpan.Zero));
            if (page.Epoch != epoch || page.Position <= after)
                return new BoardPicture(epoch, start, start, positions, refused, time);
            pages.Add(page);
        }

        var picture = new BoardPicture(epoch, start, history, positions, refused, time);
        pages.ForEach(picture.Remember);
        return picture;
    }

    private async Task FollowAsync(BoardPicture picture, CancellationToken stopping)
    {
        var page = await ReadAsync(picture);
        if (page.Epoch != picture.Epoch)
        {
            LogEpochMoved(page.Epoch);
            _picture = null;
            Pulse();
            return;
        }

        if (Take(picture, page, stopping))
        {
            metrics.Followed(time.GetUtcNow() - page.Events[^1].RecordedAt);
            Pulse();
        }
    }

    private bool Take(BoardPicture picture, LivePage page, CancellationToken stopping)
    {
        if (page.Events.LastOrDefault(e => e.Stream == SettingIds.BlockedSubjectsStream) is { } change)
            blocked.Changed(change.Version, stopping);

        // Before the frames, so that a unit's frame shows the newest position.
        positions.Take(page.Positions);
        refused.Take(page.Refused ?? []);
        presences.Take(page.Presences);
        if (page.Mark.Silo is not null)
            _mark = page.Mark with { Kinds = LiveKinds.Own };
        return picture.Apply(page) && page.Events.Count > 0;
    }

    private Task<LivePage> ReadAsync(BoardPicture picture) => AskAsync(live => live.Read(picture.Position, _mark, ILiveGrain.WaitMax));

    private Task<T> AskAsync<T>(Func<ILiveGrain, Task<T>> ask) =>
        GrainCaller.Start(_ => ask(grains.GetGrain<ILiveGrain>(_key)), 1).WaitAsync(FeedLimits.SiloTimeout, time);

    private async Task TickAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(FeedLimits.PositionsInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                positions.Next();
                refused.Next();
                presences.Sweep();
                Pulse();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: wake those who wait.
            Pulse();
        }
    }

    private void Pulse() => Interlocked.Exchange(ref _moved, NewMoved()).TrySetResult();

    [LoggerMessage(4101, LogLevel.Information, "Board loaded: {Count} incidents and units as of {Position}, in {Milliseconds:0} ms")]
    private partial void LogLoaded(int count, JournalPosition position, double milliseconds);

    [LoggerMessage(4102, LogLevel.Warning, "The journal's epoch is now {Epoch}: the board is reloaded, and clients are told to reload")]
    private partial void LogEpochMoved(Epoch epoch);

    [LoggerMessage(4103, LogLevel.Error, "Unexpected exception while following the cluster; retrying")]
    private partial void LogFailed(Exception exception);
}
