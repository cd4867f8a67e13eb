using Tocsin.Positions;

namespace Tocsin.Presence;

/// <summary>
/// Who has which incident open, by subject and console, as far as this silo was told. In memory only; a report expires by itself.
/// </summary>
internal sealed class PresenceBook(LiveCounter counter, TimeProvider time)
{
    /// <summary>The most consoles that are remembered; more are ignored. The centre of a whole nation has fewer.</summary>
    public const int ConsolesMax = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, (PresenceReport Report, long Count)>> _consolesOf = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Takes a report, unless a newer one of the same console is known, or there is no place for another console.</summary>
    public void Take(PresenceReport report)
    {
        lock (_lock)
        {
            var consoles = _consolesOf.GetValueOrDefault(report.Subject);
            if (consoles is not null && consoles.TryGetValue(report.ConsoleId, out var known))
            {
                if (known.Report.At < report.At)
                    consoles[report.ConsoleId] = (report, counter.Next());
                return;
            }

            if (!HasPlace(report.Subject))
                return;
            if (!_consolesOf.TryGetValue(report.Subject, out consoles))
                _consolesOf[report.Subject] = consoles = new(StringComparer.Ordinal);
            consoles[report.ConsoleId] = (report, counter.Next());
            _count++;
        }
    }

    /// <summary>The reports that came after a count.</summary>
    public IReadOnlyList<PresenceReport> Since(long count)
    {
        lock (_lock)
            return [.. _consolesOf.Values.SelectMany(c => c.Values).Where(e => e.Count > count).Select(e => e.Report)];
    }

    // Expired reports are removed only when room is needed: gateways expire them by their own clocks.
    private bool HasPlace(string subject)
    {
        if (_consolesOf.TryGetValue(subject, out var own) && own.Count >= PresenceReport.ConsolesOfOneMax)
            Sweep([subject]);
        if (_count >= ConsolesMax)
            Sweep([.. _consolesOf.Keys]);
        return _count < ConsolesMax
            && (!_consolesOf.TryGetValue(subject, out own) || own.Count < PresenceReport.ConsolesOfOneMax);
    }

    private void Sweep(IReadOnlyList<string> subjects)
    {
        var now = time.GetUtcNow();
        foreach (var subject in subjects)
        {
            var consoles = _consolesOf[subject];
            foreach (var lapsed in consoles.Where(c => IsOver(c.Value.Report, now)).Select(c => c.Key).ToList())
            {
                consoles.Remove(lapsed);
                _count--;
            }

            if (consoles.Count == 0)
                _consolesOf.Remove(subject);
        }
    }

    private static bool IsOver(PresenceReport report, DateTimeOffset now) =>
        report.At < now - (report.IncidentId is null ? PresenceReport.ToldAfter : PresenceReport.LapsesAfter);
}
