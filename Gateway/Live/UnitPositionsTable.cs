using Tocsin.Positions;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>
/// The newest position of each unit, with the second in which it arrived or became stale: clients get the changes once a second.
/// Thread-safe.
/// </summary>
internal sealed class UnitPositionsTable(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _newest = new(StringComparer.Ordinal);
    private long _tick = 1;

    /// <summary>The present second.</summary>
    public long Tick
    {
        get
        {
            lock (_lock)
                return _tick;
        }
    }

    /// <summary>Adds reports; the newest <c>at</c> wins.</summary>
    public void Take(IEnumerable<PositionReport> reports)
    {
        lock (_lock)
        {
            foreach (var report in reports)
                TakeLocked(report);
        }
    }

    /// <summary>Adds a report; the newest <c>at</c> wins.</summary>
    public void Take(PositionReport report)
    {
        lock (_lock)
            TakeLocked(report);
    }

    /// <summary>Begins the next second; positions that became stale have changed in the one before.</summary>
    public void Next()
    {
        var before = time.GetUtcNow() - PositionView.StaleAfter;
        lock (_lock)
        {
            foreach (var (unit, entry) in _newest)
            {
                // Replacing the value of a key is allowed while a Dictionary is enumerated.
                if (!entry.Stale && entry.Report.At < before)
                    _newest[unit] = entry with { Stale = true, Tick = _tick };
            }

            _tick++;
        }
    }

    /// <summary>The newest position of a unit.</summary>
    public PositionReport? Find(string unit)
    {
        lock (_lock)
            return _newest.TryGetValue(unit, out var entry) ? entry.Report : null;
    }

    /// <summary>The positions that changed after a second, up to the last whole one.</summary>
    public (IReadOnlyList<(PositionReport Report, bool Stale)> Changed, long Tick) Since(long tick)
    {
        lock (_lock)
            return ([.. _newest.Values.Where(e => e.Tick > tick && e.Tick < _tick).Select(e => (e.Report, e.Stale))], _tick - 1);
    }

    private void TakeLocked(PositionReport report)
    {
        if (!_newest.TryGetValue(report.UnitId, out var known) || known.Report.At < report.At)
            _newest[report.UnitId] = new Entry(report, _tick, Stale: false);
    }

    private readonly record struct Entry(PositionReport Report, long Tick, bool Stale);
}
