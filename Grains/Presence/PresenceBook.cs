using Tocsin.Positions;

namespace Tocsin.Presence;

/// <summary>Who has which incident open, as far as this silo was told. In memory only; a report expires by itself.</summary>
internal sealed class PresenceBook(LiveCounter counter, TimeProvider time)
{
    /// <summary>The most consoles that are remembered; more are ignored. The centre of a whole nation has fewer.</summary>
    public const int ConsolesMax = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (PresenceReport Report, long Count)> _newest = new(StringComparer.Ordinal);

    /// <summary>Takes a report, unless a newer one of the same console is known.</summary>
    public void Take(PresenceReport report)
    {
        lock (_lock)
        {
            if (_newest.TryGetValue(report.ConsoleId, out var known)
                ? known.Report.At >= report.At
                : _newest.Count >= ConsolesMax && !Sweep())
            {
                return;
            }

            _newest[report.ConsoleId] = (report, counter.Next());
        }
    }

    /// <summary>The reports that came after a count.</summary>
    public IReadOnlyList<PresenceReport> Since(long count)
    {
        lock (_lock)
            return [.. _newest.Values.Where(e => e.Count > count).Select(e => e.Report)];
    }

    // Expired reports are removed only when room is needed: gateways expire them by their own clocks.
    private bool Sweep()
    {
        var before = time.GetUtcNow() - PresenceReport.LapsesAfter;
        foreach (var lapsed in _newest.Where(e => e.Value.Report.At < before).Select(e => e.Key).ToList())
            _newest.Remove(lapsed);
        return _newest.Count < ConsolesMax;
    }
}
