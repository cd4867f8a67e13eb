using Tocsin.Calling;
using Tocsin.Identity;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>
/// What this gateway heard of positions and presences, handed to any silo four times a second, the newest of each unit and console only. What cannot be
/// handed on is kept for the next time, and a newer one takes its place.
/// </summary>
internal sealed class LiveOutbox(
    IGrainFactory grains, ClusterConnection connection, UnitPositionsTable positions, PresenceTable presences, TimeProvider time) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _handing = new(1, 1);
    private Dictionary<string, PositionReport> _positions = new(StringComparer.Ordinal);
    private Dictionary<string, PresenceReport> _presences = new(StringComparer.Ordinal);
    private long _key = Random.Shared.Next();

    /// <summary>Takes reports of registered units.</summary>
    public void Take(IReadOnlyList<PositionReport> reports)
    {
        positions.Take(reports);
        lock (_lock)
        {
            foreach (var report in reports)
            {
                if (!_positions.TryGetValue(report.UnitId, out var waiting) || waiting.At < report.At)
                    _positions[report.UnitId] = report;
            }
        }
    }

    /// <summary>Takes who has which incident open.</summary>
    public void Take(PresenceReport report)
    {
        presences.Take([report]);
        lock (_lock)
            _presences[report.ConsoleId] = report;
    }

    /// <summary>Those of these units that nobody knows here: the cluster has to be asked whether they are registered.</summary>
    public IReadOnlyList<UnitId> Unknown(IEnumerable<PositionReport> reports)
    {
        lock (_lock)
            return [.. reports.Select(r => r.UnitId).Where(u => !_registered.Contains(u)).Distinct(StringComparer.Ordinal).Select(UnitId.Of)];
    }

    /// <summary>Remembers units that are registered: they stay so for ever.</summary>
    public void Learn(IEnumerable<UnitId> units)
    {
        lock (_lock)
            _registered.UnionWith(units.Select(u => u.Value));
    }

    /// <summary>Hands on what waits, now.</summary>
    public async Task SendAsync()
    {
        await _handing.WaitAsync();
        try
        {
            IReadOnlyList<PositionReport> reports;
            IReadOnlyList<PresenceReport> present;
            lock (_lock)
            {
                if (_positions.Count == 0 && _presences.Count == 0)
                    return;
                (reports, _positions) = ([.. _positions.Values], new(StringComparer.Ordinal));
                (present, _presences) = ([.. _presences.Values], new(StringComparer.Ordinal));
            }

            try
            {
                await GrainCaller.Start<bool>(async _ => { await grains.GetGrain<ILiveGrain>(_key).Hand(reports, present); return true; }, 1).WaitAsync(FeedLimits.SiloPatience, time);
            }
            catch (Exception exception) when (GrainCaller.IsTransient(exception))
            {
                _key++;
                Keep(reports, present);
            }
        }
        finally
        {
            _handing.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _handing.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FeedLimits.SendInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (connection.IsFound)
                    await SendAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    private void Keep(IReadOnlyList<PositionReport> reports, IReadOnlyList<PresenceReport> present)
    {
        lock (_lock)
        {
            foreach (var report in reports)
                _positions.TryAdd(report.UnitId, report);
            foreach (var report in present)
                _presences.TryAdd(report.ConsoleId, report);
        }
    }
}
