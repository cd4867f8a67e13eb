using Tocsin.Calling;
using Tocsin.Identity;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>
/// What this gateway heard beside the journal, sent to any silo four times a second: the newest position and refused report of each unit,
/// outdated positions for the tracks, the newest presence of each console. What cannot be sent is kept for the next time, unless a newer
/// one replaces it.
/// </summary>
internal sealed class LiveOutbox(IGrainFactory grains, ClusterConnection connection, PresenceTable presences, TimeProvider time)
    : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Dictionary<string, PositionReport> _positions = new(StringComparer.Ordinal);
    private Dictionary<string, RefusedReport> _refused = new(StringComparer.Ordinal);
    private Dictionary<(string Subject, string Console), PresenceReport> _presences = [];
    private List<PositionReport> _outdated = [];
    private long _key = Random.Shared.Next();

    /// <summary>Adds what became of a batch of positions of registered units.</summary>
    /// <param name="good">The good ones.</param>
    /// <param name="outdated">Those that are too old to move their units, for the tracks.</param>
    /// <param name="refused">The newest refused report of each unit, the newest last.</param>
    public void Take(
        IReadOnlyList<PositionReport> good, IReadOnlyList<PositionReport> outdated, IReadOnlyList<RefusedReport> refused)
    {
        lock (_lock)
        {
            foreach (var report in good)
            {
                if (!_positions.TryGetValue(report.UnitId, out var waiting) || waiting.At < report.At)
                    _positions[report.UnitId] = report;
            }

            foreach (var report in refused)
                _refused[report.UnitId] = report;
            _outdated.AddRange(outdated.Take(FeedLimits.OutdatedMax - _outdated.Count));
        }
    }

    /// <summary>Adds who has which incident open.</summary>
    /// <returns>False: there is no place for another console.</returns>
    public bool Take(PresenceReport report)
    {
        if (!presences.Take(report))
            return false;
        lock (_lock)
            _presences[KeyOf(report)] = report;
        return true;
    }

    /// <summary>The units of which this gateway does not know whether they are registered.</summary>
    public IReadOnlyList<UnitId> Unknown(IEnumerable<string> units)
    {
        lock (_lock)
            return [.. units.Where(u => !_registered.Contains(u)).Distinct(StringComparer.Ordinal).Select(UnitId.Of)];
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
            if (TakeWaiting() is not { } heard)
                return;
            try
            {
                await GrainCaller.Start(_ => SendAsync(heard), 1).WaitAsync(FeedLimits.SiloTimeout, time);
            }
            catch (Exception exception) when (GrainCaller.IsTransient(exception))
            {
                _key++;
                Keep(heard);
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

    private static (string Subject, string Console) KeyOf(PresenceReport report) => (report.Subject, report.ConsoleId);

    private HeardReports? TakeWaiting()
    {
        lock (_lock)
        {
            if (_positions.Count == 0 && _presences.Count == 0 && _refused.Count == 0 && _outdated.Count == 0)
                return null;
            var heard = new HeardReports([.. _positions.Values], _outdated, [.. _refused.Values], [.. _presences.Values]);
            _positions = new(StringComparer.Ordinal);
            _refused = new(StringComparer.Ordinal);
            _presences = [];
            _outdated = [];
            return heard;
        }
    }

    private async Task<bool> SendAsync(HeardReports heard)
    {
        var live = grains.GetGrain<ILiveGrain>(_key);
        if (heard is { Refused.Count: 0, Outdated.Count: 0 })
        {
            await live.Hand(heard.Positions, heard.Presences);
            return true;
        }

        try
        {
            await live.HandHeard(heard);
        }
        catch (TypeLoadException)
        {
            // A silo of an older program keeps neither refused reports nor outdated positions.
            await live.Hand(heard.Positions, heard.Presences);
        }

        return true;
    }

    private void Keep(HeardReports heard)
    {
        lock (_lock)
        {
            foreach (var report in heard.Positions)
                _positions.TryAdd(report.UnitId, report);
            foreach (var report in heard.Refused)
                _refused.TryAdd(report.UnitId, report);
            foreach (var report in heard.Presences)
                _presences.TryAdd(KeyOf(report), report);
            _outdated.AddRange(heard.Outdated.Take(FeedLimits.OutdatedMax - _outdated.Count));
        }
    }
}
