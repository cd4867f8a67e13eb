using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>
/// The board in this silo's memory: open incidents and units on duty, loaded from the board rows as of one position, then kept by the tail. Recommendations
/// are made on it, gateways follow it, and it answers reads while the database is away. When the history becomes another one it is loaded anew.
/// </summary>
internal sealed partial class LiveBoard(
    IJournal journal, IJournalTail tail, FreshViews views, IOptions<JournalOptions> options, TimeProvider time, LiveMetrics metrics, ILogger<LiveBoard> logger) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _stale = new(1, 1);
    private readonly List<JournalPage> _waiting = [];
    private volatile LivePicture? _picture;
    private int _generation;

    /// <summary>The picture; null while it is being loaded.</summary>
    public LivePicture? Picture => _picture;

    /// <summary>The picture.</summary>
    /// <exception cref="JournalUnavailableException">It is being loaded.</exception>
    public LivePicture Loaded => _picture ?? throw new JournalUnavailableException("The board is being loaded.");

    /// <summary>The units on duty, in no order.</summary>
    public IEnumerable<UnitView> Units => Loaded.Items.Select(i => i.Unit).OfType<UnitView>();

    /// <summary>The open incidents, in no order.</summary>
    public IEnumerable<LiveIncident> Incidents => Loaded.Items.Select(i => i.Incident).OfType<LiveIncident>();

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _stale.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pages = tail.Follow(Take);
        using var epochs = tail.OnEpochMoved(_ => Forget());
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
        metrics.Forgotten();
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
        var (position, epoch) = await journal.ReadPictureAsync(
            row =>
            {
                if (FreshViews.IsOld(row))
                    old.Add(row);
                else
                    items.Add(LiveItem.Of(row));
            },
            stopping);
        var fresh = await views.OfAsync(old);
        items.AddRange(old.Zip(fresh, (row, view) => LiveItem.Of(row with { Entry = row.Entry with { View = view } })));
        var picture = new LivePicture(epoch, position, options.Value.TailRing);
        items.ForEach(picture.Load);
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

    [LoggerMessage(2701, LogLevel.Information, "The board is in memory: {Count} open incidents and units on duty as of {Position}, loaded in {Milliseconds:0} ms")]
    private partial void LogLoaded(int count, JournalPosition position, double milliseconds);

    [LoggerMessage(2702, LogLevel.Error, "The board could not be loaded; it is tried again")]
    private partial void LogFailed(Exception exception);
}
