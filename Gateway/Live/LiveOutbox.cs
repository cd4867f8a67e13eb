using Tocsin.Calling;
using Tocsin.Identity;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>
/// The positions and presences that this gateway received, sent to any silo four times a second, the newest of each unit and console only.
/// Those that cannot be sent are kept for the next time, unless a newer one replaces them.
/// </summary>
internal sealed class LiveOutbox(
    IGrainFactory grains, ClusterConnection connection, UnitPositionsTable positions, PresenceTable presences, TimeProvider time)
    : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Dictionary<string, PositionReport> _positions = new(StringComparer.Ordinal);
    private Dictionary<string, PresenceReport> _presences = new(StringComparer.Ordinal);
    private long _key = Random.Shared.Next();

    /// <summary>Adds reports of registered units.</summary>
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

    /// <summary>Adds who has which incident open.</summary>
    public void Take(PresenceReport report)
    {
        presences.Take([report]);
        lock (_lock)
            _presences[report.ConsoleId] = report;
    }

    /// <summary>The units of which this gateway does not know whether they are registered.</summary>
    public IReadOnlyList<UnitId> Unknown(IEnumerable<PositionReport> reports)
    {
        lock (_lock)
        {
            var units = reports.Select(r => r.UnitId).Where(u => !_registered.Contains(u));
            return [.. units.Distinct(StringComparer.Ordinal).Select(UnitId.Of)];
        }
    }

    /// <summary>Remembers units that are registered; a unit is never unregistered.</summary>
    public void Learn(IEnumerable<UnitId> units)
    {
        lock (_lock)
            _registered.UnionWith(units.Select(u => u.Value));
    }

    /// <summary>Sends what is waiting, now.</summary>
    public async Task SendAsync()
    {
        await _sending.WaitAsync();
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
                await GrainCaller.Start(_ => SendAsync(reports, present), 1).WaitAsync(FeedLimits.SiloTimeout, time);
            }
            catch (Exception exception) when (GrainCaller.IsTransient(exception))
            {
                _key++;
                Keep(reports, present);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _sending.Dispose();
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
            // Stopping.
        }
    }

    private async Task<bool> SendAsync(IReadOnlyList<PositionReport> reports, IReadOnlyList<PresenceReport> present)
    {
        await grains.GetGrain<ILiveGrain>(_key).Hand(reports, present);
        return true;
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
