using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>
/// Keeps what this silo heard at first hand: the newest positions and thinned tracks, written now and then, away from the journal. At the
/// start it brings back the last known positions. A failure costs telemetry, is said once, and changes nothing else.
/// </summary>
internal sealed partial class PositionKeeping(
    IPositionStore store, PositionBook book, IOptions<PositionOptions> options, TimeProvider time, ILogger<PositionKeeping> logger)
    : BackgroundService
{
    /// <summary>How many points of tracks wait for the next writing; beyond it points are left out.</summary>
    public const int PointsWaitingMax = 100_000;

    /// <summary>How often old tracks are forgotten.</summary>
    private static readonly TimeSpan ForgetInterval = TimeSpan.FromMinutes(10);

    private readonly PositionOptions _options = options.Value;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _tracked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _outdated = new(StringComparer.Ordinal);
    private Dictionary<string, PositionReport> _newest = new(StringComparer.Ordinal);
    private List<PositionReport> _track = [];
    private bool _failing;

    /// <summary>Takes news; they are written with the next ones.</summary>
    public void Keep(IReadOnlyList<PositionReport> news)
    {
        lock (_lock)
        {
            foreach (var report in news)
            {
                _newest[report.UnitId] = report;
                if (_options.TrackTime <= TimeSpan.Zero || _track.Count >= PointsWaitingMax)
                    continue;
                if (_tracked.TryGetValue(report.UnitId, out var last) && report.At - last < _options.TrackStep)
                    continue;
                _tracked[report.UnitId] = report.At;
                _track.Add(report);
            }
        }
    }

    /// <summary>
    /// Takes positions that are too old to move their units, for the tracks alone; those of before the tracks' beginning are left out.
    /// </summary>
    public void KeepOutdated(IReadOnlyList<PositionReport> outdated)
    {
        if (outdated.Count == 0)
            return;
        var from = time.GetUtcNow() - _options.TrackTime;
        lock (_lock)
        {
            foreach (var report in outdated)
            {
                if (report.At < from || _track.Count >= PointsWaitingMax)
                    continue;
                if (_outdated.TryGetValue(report.UnitId, out var last) && (report.At - last).Duration() < _options.TrackStep)
                    continue;
                _outdated[report.UnitId] = report.At;
                _track.Add(report);
            }
        }
    }

    /// <summary>The track of a unit, with what is not written yet.</summary>
    public async Task<IReadOnlyList<PositionReport>> TrackAsync(UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit)
    {
        List<PositionReport> waiting;
        lock (_lock)
            waiting = [.. _track.Where(r => r.UnitId == unit.Value && r.At >= from && r.At < to)];
        var written = await store.TrackAsync(unit, from, to, limit, CancellationToken.None);
        return [.. written.Concat(waiting).DistinctBy(r => r.At).OrderBy(r => r.At).TakeLast(limit)];
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(async () => book.Take(await store.LoadAsync(stoppingToken)));
        var forgotten = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(_options.SaveInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await TryAsync(SaveAsync);
            if (time.GetElapsedTime(forgotten) < ForgetInterval)
                continue;
            forgotten = time.GetTimestamp();
            await TryAsync(() => store.ForgetAsync(time.GetUtcNow() - _options.TrackTime, stoppingToken));
        }
    }

    private async Task SaveAsync()
    {
        Dictionary<string, PositionReport> newest;
        List<PositionReport> track;
        lock (_lock)
        {
            (newest, _newest) = (_newest, new(StringComparer.Ordinal));
            (track, _track) = (_track, []);
        }

        if (newest.Count > 0 || track.Count > 0)
            await store.SaveAsync([.. newest.Values], track, CancellationToken.None);
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            _failing = false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (!_failing && exception is not OperationCanceledException)
                LogFailed(exception.Message);
            _failing = true;
        }
    }

    [LoggerMessage(2611, LogLevel.Warning, "Positions could not be kept or brought back: {Reason}; what is known in memory stays")]
    private partial void LogFailed(string reason);
}
