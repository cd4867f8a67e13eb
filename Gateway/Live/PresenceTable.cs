using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>Who has which incident open; a report lapses after <see cref="PresenceReport.LapsesAfter"/>. Thread-safe.</summary>
internal sealed class PresenceTable(TimeProvider time)
{
    /// <summary>The most consoles that are remembered.</summary>
    public const int ConsolesMax = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (PresenceReport Report, long Tick)> _newest = new(StringComparer.Ordinal);
    private long _tick = 1;

    /// <summary>Adds reports; a repeated one changes only the time.</summary>
    public void Take(IEnumerable<PresenceReport> reports)
    {
        lock (_lock)
        {
            foreach (var report in reports)
            {
                if (_newest.TryGetValue(report.ConsoleId, out var known))
                {
                    if (known.Report.At < report.At)
                        _newest[report.ConsoleId] = (report, IsSame(known.Report, report) ? known.Tick : ++_tick);
                }
                else if (_newest.Count < ConsolesMax)
                {
                    _newest[report.ConsoleId] = (report, ++_tick);
                }
            }
        }
    }

    private static bool IsSame(PresenceReport known, PresenceReport report) =>
        known.IncidentId == report.IncidentId && known.Subject == report.Subject;

    /// <summary>Lets old reports lapse, and forgets consoles that have had nothing open for longer.</summary>
    public void Sweep()
    {
        var before = time.GetUtcNow() - PresenceReport.LapsesAfter;
        lock (_lock)
        {
            foreach (var (console, (report, _)) in _newest.Where(e => e.Value.Report.At < before).ToList())
            {
                if (report.IncidentId is null)
                    _newest.Remove(console);
                else
                    _newest[console] = (report with { IncidentId = null, At = time.GetUtcNow() }, ++_tick);
            }
        }
    }

    /// <summary>The reports that changed after a mark; after mark 0 only those with an open incident.</summary>
    public (IReadOnlyList<PresenceReport> Changed, long Mark) Since(long mark)
    {
        lock (_lock)
        {
            return mark == _tick
                ? ([], mark)
                : ([.. _newest.Values.Where(e => e.Tick > mark && (mark > 0 || e.Report.IncidentId is not null)).Select(e => e.Report)],
                    _tick);
        }
    }
}
