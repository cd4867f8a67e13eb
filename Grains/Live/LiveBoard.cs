using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.StreamKinds;

namespace Tocsin.Live;

/// <summary>
/// The board in this silo's memory: open incidents and units on duty, loaded from the board rows as of one position, then kept by the tail.
/// Recommendations are made on it, gateways follow it, and it answers reads while the database is away. When the history becomes another
/// one it is loaded anew.
/// </summary>
internal sealed partial class LiveBoard(
    StreamCatalogue kinds,
    IJournal journal,
    IJournalTail tail,
    FreshViews views,
    IOptions<JournalOptions> options,
    TimeProvider time,
    LiveMetrics metrics,
    ILogger<LiveBoard> logger) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _stale = new(1, 1);
    private readonly List<JournalPage> _waiting = [];
    private volatile LivePicture? _picture;
    private int _generation;

    /// <summary>Makes the items of board rows.</summary>
    public LiveReader Reader { get; } = new(kinds, metrics, logger);

    /// <summary>The picture; null while it is being loaded.</summary>
    public LivePicture? Picture => _picture;

    /// <summary>The picture.</summary>
    /// <exception cref="JournalUnavailableException">It is being loaded.</exception>
    public LivePicture Loaded => _picture ?? throw new JournalUnavailableException("The board is being loaded.");

    /// <summary>The open things of one type on the board, in no order.</summary>
    /// <typeparam name="T">What the live items of their kind have as <see cref="LiveItem.Value"/>.</typeparam>
    /// <exception cref="JournalUnavailableException">It is being loaded.</exception>
    public IEnumerable<T> All<T>()
        where T : class => Loaded.Items.Select(i => i.Value).OfType<T>();

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _stale.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pages = tail.Follow(Take, Forget);
        using var epochs = tail.OnEpochMoved(_ => Forget());
        metrics.Forgotten(time.GetUtcNow());
        while (true)
        {
            try
            {
                await _stale.WaitAsync(stoppingToken);
                await LoadAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                if (exception is not JournalUnavailableException)
                    LogFailed(exception);
                Forget();
                await Task.Delay(LiveLimits.LoadAgainAfter, time, CancellationToken.None);
            }
        }
    }

    private void Take(JournalPage page)
    {
        LivePicture picture;
        lock (_lock)
        {
            if (_picture is null)
            {
                _waiting.Add(page);
                if (_waiting.Count > LiveLimits.PagesWaiting)
                    ForgetLocked();
                return;
            }

            picture = _picture;
        }

        picture.Apply(page);
        metrics.Moved(time.GetUtcNow(), page.Events);
    }

    private void Forget()
    {
        lock (_lock)
            ForgetLocked();
    }

    private void ForgetLocked()
    {
        _generation++;
        _picture = null;
        metrics.Forgotten(time.GetUtcNow());
        _waiting.Clear();
        if (_stale.CurrentCount == 0)
            _stale.Release();
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        int generation;
        lock (_lock)
            generation = _generation;
        var started = time.GetTimestamp();

        // What lies before the tail's start it never tells.
        await tail.Started.WaitAsync(stopping);
        var items = new List<LiveItem>();
        var old = new List<BoardRow>();
        var damaged = new List<BoardRow>();
        var (position, epoch) = await journal.ReadPictureAsync(
            kinds.OnBoard,
            row =>
            {
                if (row.IsDamaged)
                    damaged.Add(row);
                else if (views.IsOld(row))
                    old.Add(row);
                else
                    Add(row);
            },
            stopping);
        var fresh = await views.OfAsync(old);
        for (var i = 0; i < old.Count; i++)
            Add(old[i] with { Entry = old[i].Entry with { View = fresh[i] } });

        // An open incident must not be missing on the board because of one bit: its events say what it is, if they are whole.
        foreach (var row in damaged)
            Add(await views.SoundAsync(row) ?? row);
        var picture = new LivePicture(Reader, epoch, position, options.Value.TailRing);
        items.ForEach(picture.Load);

        void Add(BoardRow row)
        {
            if (Reader.Read(row) is { View: not null } item)
                items.Add(item);
        }

        lock (_lock)
        {
            if (generation != _generation)
                return;
            foreach (var page in _waiting)
                picture.Apply(page);
            _waiting.Clear();
            _picture = picture;
            metrics.Loaded(picture);
        }

        LogLoaded(picture.Count, position, time.GetElapsedTime(started).TotalMilliseconds);
    }

    [LoggerMessage(2701, LogLevel.Information,
        "The board is in memory: {Count} open incidents and units on duty as of {Position}, loaded in {Milliseconds:0} ms")]
    private partial void LogLoaded(int count, JournalPosition position, double milliseconds);

    [LoggerMessage(2702, LogLevel.Error, "The board could not be loaded; it is tried again")]
    private partial void LogFailed(Exception exception);
}
