using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>
/// The newest refused report of each unit, as far as this silo heard. In memory: gateways refuse those of registered units only, so there
/// are at most as many as units.
/// </summary>
internal sealed class RefusalBook(LiveCounter counter)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (RefusedReport Report, long Count)> _newest = new(StringComparer.Ordinal);

    /// <summary>Takes refused reports; the newest of a unit wins.</summary>
    public void Take(IReadOnlyList<RefusedReport> reports)
    {
        lock (_lock)
        {
            foreach (var report in reports)
            {
                if (!_newest.TryGetValue(report.UnitId, out var known) || known.Report.At < report.At)
                    _newest[report.UnitId] = (report, counter.Next());
            }
        }
    }

    /// <summary>The newest refused reports of these units, as far as there are any.</summary>
    public Dictionary<UnitId, RefusedReport> Find(IReadOnlyCollection<UnitId> units)
    {
        var found = new Dictionary<UnitId, RefusedReport>();
        lock (_lock)
        {
            foreach (var unit in units)
            {
                if (_newest.TryGetValue(unit.Value, out var entry))
                    found[unit] = entry.Report;
            }
        }

        return found;
    }

    /// <summary>Those that came after a count.</summary>
    public IReadOnlyList<RefusedReport> Since(long count)
    {
        lock (_lock)
            return _newest.Count == 0 ? [] : [.. _newest.Values.Where(e => e.Count > count).Select(e => e.Report)];
    }
}
