using Tocsin.Identity;
using Tocsin.Positions;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>The newest position of each unit, with the second in which it came or grew stale: clients get, once a second, what changed since.</summary>
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

    /// <summary>Takes reports; the newest <c>at</c> wins.</summary>
    public void Take(IEnumerable<PositionReport> reports)
    {
        lock (_lock)
        {
            foreach (var report in reports)
            {
                if (!_newest.TryGetValue(report.UnitId, out var known) || known.Report.At < report.At)
                    _newest[report.UnitId] = new Entry(report, _tick, Stale: false);
            }
        }
    }

    /// <summary>A second is over: what grew stale in it has changed.</summary>
    public void Next()
    {
        var before = time.GetUtcNow() - PositionView.StaleAfter;
        lock (_lock)
        {
            foreach (var (unit, entry) in _newest)
            {
                // A value that is replaced under its key does not disturb the walk.
                if (!entry.Stale && entry.Report.At < before)
                    _newest[unit] = entry with { Stale = true, Tick = _tick };
            }

            _tick++;
        }
    }

    /// <summary>The newest position of a unit.</summary>
    public PositionReport? Find(UnitId unit)
    {
        lock (_lock)
            return _newest.TryGetValue(unit.Value, out var entry) ? entry.Report : null;
    }

    /// <summary>What changed after a second that is over.</summary>
    public (IReadOnlyList<(PositionReport Report, bool Stale)> Changed, long Tick) Since(long tick)
    {
        lock (_lock)
            return ([.. _newest.Values.Where(e => e.Tick > tick && e.Tick < _tick).Select(e => (e.Report, e.Stale))], _tick - 1);
    }

    private readonly record struct Entry(PositionReport Report, long Tick, bool Stale);
}
