using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>
/// Who has which incident open, by subject and console; a report lapses after <see cref="PresenceReport.LapsesAfter"/>. Thread-safe.
/// </summary>
internal sealed class PresenceTable(TimeProvider time)
{
    /// <summary>The most consoles that are remembered.</summary>
    public const int ConsolesMax = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, Entry>> _consolesOf = new(StringComparer.Ordinal);
    private int _count;
    private long _tick = 1;

    /// <summary>Adds a report; a repeated one changes only the time.</summary>
    /// <returns>False: there is no place for another console, of this subject or at all.</returns>
    public bool Take(PresenceReport report)
    {
        lock (_lock)
            return TakeLocked(report);
    }

    /// <summary>Adds reports; those for which there is no place are left out.</summary>
    public void Take(IEnumerable<PresenceReport> reports)
    {
        lock (_lock)
        {
            foreach (var report in reports)
                TakeLocked(report);
        }
    }

    /// <summary>Lets old reports lapse, and forgets consoles that have had nothing open for longer.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var consoles in _consolesOf.Values.ToList())
            {
                foreach (var (_, (report, _)) in consoles.Where(c => c.Value.Report.At < now - PresenceReport.LapsesAfter).ToList())
                {
                    if (report.IncidentId is null)
                        Forget(consoles, report);
                    else
                        consoles[report.ConsoleId] = new Entry(report with { IncidentId = null, At = now }, ++_tick);
                }
            }
        }
    }

    /// <summary>The reports that changed after a mark; after mark 0 only those with an open incident.</summary>
    public (IReadOnlyList<PresenceReport> Changed, long Mark) Since(long mark)
    {
        lock (_lock)
        {
            if (mark == _tick)
                return ([], mark);
            var changed = _consolesOf.Values
                .SelectMany(c => c.Values)
                .Where(e => e.Tick > mark && (mark > 0 || e.Report.IncidentId is not null));
            return ([.. changed.Select(e => e.Report)], _tick);
        }
    }

    private bool TakeLocked(PresenceReport report)
    {
        var consoles = _consolesOf.GetValueOrDefault(report.Subject);
        if (consoles is not null && consoles.TryGetValue(report.ConsoleId, out var known))
        {
            if (known.Report.At < report.At)
                consoles[report.ConsoleId] = new Entry(report, known.Report.IncidentId == report.IncidentId ? known.Tick : ++_tick);
            return true;
        }

        // A console at which nothing was open has nothing to tell.
        if (report.IncidentId is null)
            return true;
        if (!HasPlace(consoles))
            return false;
        if (consoles is null || consoles.Count == 0)
            _consolesOf[report.Subject] = consoles = new(StringComparer.Ordinal);
        consoles[report.ConsoleId] = new Entry(report, ++_tick);
        _count++;
        return true;
    }

    private bool HasPlace(Dictionary<string, Entry>? consoles)
    {
        if (consoles is { Count: >= PresenceReport.ConsolesOfOneMax })
        {
            var before = time.GetUtcNow() - PresenceReport.ToldAfter;
            if (consoles.Values.FirstOrDefault(e => e.Report.IncidentId is null && e.Report.At < before) is not { Report: { } over })
                return false;
            Forget(consoles, over);
        }

        return _count < ConsolesMax;
    }

    private void Forget(Dictionary<string, Entry> consoles, PresenceReport report)
    {
        consoles.Remove(report.ConsoleId);
        _count--;
        if (consoles.Count == 0)
            _consolesOf.Remove(report.Subject);
    }

    private readonly record struct Entry(PresenceReport Report, long Tick);
}
