using Tocsin.Positions;
using Tocsin.Units;

namespace Tocsin.Live;

/// <summary>
/// The newest refused report of each registered unit, and which units are marked since their reports are refused for long: clients get the
/// changes once a second. Thread-safe.
/// </summary>
internal sealed class RefusedReportsTable(UnitPositionsTable positions)
{
    // A report that is refused after a longer silence begins anew.
    private static readonly TimeSpan GoesOnWithin = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _newest = new(StringComparer.Ordinal);
    private long _mark = 1;

    /// <summary>Takes a report that this gateway refused just now; it goes on with those of before, unless one was taken since.</summary>
    /// <returns>The newest refused report of the unit.</returns>
    public RefusedReport Take(string unit, string code, DateTimeOffset now)
    {
        var good = positions.Find(unit);
        lock (_lock)
        {
            var known = _newest.GetValueOrDefault(unit);
            var goesOn = known.Report is { } last
                && now - last.At <= GoesOnWithin
                && (good is null || good.Heard < last.Since);
            var report = new RefusedReport(unit, code, now, goesOn ? known.Report.Since : now);
            _newest[unit] = known with { Report = report };
            return report;
        }
    }

    /// <summary>Takes what other gateways refused; the newest of a unit wins.</summary>
    public void Take(IReadOnlyList<RefusedReport> reports)
    {
        lock (_lock)
        {
            foreach (var report in reports)
            {
                var known = _newest.GetValueOrDefault(report.UnitId);
                if (known.Report is null || known.Report.At < report.At)
                    _newest[report.UnitId] = known with { Report = report };
            }
        }
    }

    /// <summary>How a unit that is marked reports; null: it is not marked.</summary>
    public UnitReporting? Find(string unit)
    {
        lock (_lock)
        {
            if (!_newest.TryGetValue(unit, out var entry))
                return null;
            var good = positions.Find(unit);
            return UnitReporting.IsRefused(good, entry.Report) ? UnitReporting.Of(good, entry.Report) : null;
        }
    }

    /// <summary>Begins the next second: what was marked or is not any more has changed.</summary>
    public void Next()
    {
        lock (_lock)
        {
            foreach (var (unit, entry) in _newest)
            {
                // Replacing the value of a key is allowed while a Dictionary is enumerated.
                var shown = UnitReporting.IsRefused(positions.Find(unit), entry.Report) ? entry.Report.Code : null;
                if (shown != entry.Shown)
                    _newest[unit] = entry with { Shown = shown, Mark = ++_mark };
            }
        }
    }

    /// <summary>The units whose mark changed after a mark, with what they show; after mark 0 only those that are marked.</summary>
    public (IReadOnlyList<(string Unit, string? Code, DateTimeOffset? Since)> Changed, long Mark) Since(long mark)
    {
        lock (_lock)
        {
            if (mark == _mark)
                return ([], mark);
            var changed = _newest
                .Where(e => e.Value.Mark > mark && (mark > 0 || e.Value.Shown is not null))
                .Select(e => (e.Key, e.Value.Shown, e.Value.Shown is null ? (DateTimeOffset?)null : e.Value.Report.Since));
            return ([.. changed], _mark);
        }
    }

    private readonly record struct Entry(RefusedReport Report, string? Shown, long Mark);
}
