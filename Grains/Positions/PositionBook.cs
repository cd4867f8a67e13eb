using Tocsin.Identity;

namespace Tocsin.Positions;

/// <summary>
/// The newest position of each unit, as far as this silo heard. Telemetry, in memory; <see cref="PositionKeeping"/> keeps it over restarts.
/// </summary>
internal sealed class PositionBook(LiveCounter counter)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<UnitId, (PositionReport Report, long Count)> _newest = [];

    /// <summary>Takes reports; the newest <c>at</c> of a unit wins.</summary>
    /// <returns>Those that were news.</returns>
    public IReadOnlyList<PositionReport> Take(IReadOnlyList<PositionReport> reports)
    {
        var news = new List<PositionReport>(reports.Count);
        lock (_lock)
        {
            foreach (var report in reports)
            {
                var unit = UnitId.Of(report.UnitId);
                if (_newest.TryGetValue(unit, out var known) && known.Report.At >= report.At)
                    continue;
                _newest[unit] = (report, counter.Next());
                news.Add(report);
            }
        }

        return news;
    }

    /// <summary>The newest position of a unit, or null.</summary>
    public PositionReport? Find(UnitId unit)
    {
        lock (_lock)
            return _newest.TryGetValue(unit, out var entry) ? entry.Report : null;
    }

    /// <summary>The newest positions of these units, as far as they are known.</summary>
    public Dictionary<UnitId, PositionReport> Find(IReadOnlyCollection<UnitId> units)
    {
        var found = new Dictionary<UnitId, PositionReport>(units.Count);
        lock (_lock)
        {
            foreach (var unit in units)
            {
                if (_newest.TryGetValue(unit, out var entry))
                    found[unit] = entry.Report;
            }
        }

        return found;
    }

    /// <summary>Those that came after a count.</summary>
    public IReadOnlyList<PositionReport> Since(long count)
    {
        lock (_lock)
            return [.. _newest.Values.Where(e => e.Count > count).Select(e => e.Report)];
    }
}
