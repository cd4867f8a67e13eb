using Tocsin.Journal;
using Tocsin.Projections;
using Tocsin.Settings;

namespace Tocsin.Reports;

/// <summary>Gathers the summary, whole and by group, in whatever order its rows are read; pure.</summary>
internal sealed class SummaryBuilder
{
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _to;
    private readonly SummaryBy _by;
    private readonly TimeZoneInfo _zone;
    private readonly CategoryClasses _classes;
    private readonly DateTimeOffset _now;
    private readonly IntervalReader _reader = new();
    private readonly SummaryCalendar _calendar;
    private readonly SummaryTally _total = new();
    private readonly SummaryTally _none = new();
    private readonly SortedDictionary<string, (int Days, SummaryTally Tally)> _groups = new(StringComparer.Ordinal);
    private bool _someWithout;

    /// <summary>
    /// Begins; <paramref name="from"/> lies before <paramref name="to"/>. An end that did not come was waited for until
    /// <paramref name="now"/>.
    /// </summary>
    public SummaryBuilder(
        DateTimeOffset from, DateTimeOffset to, SummaryBy by, TimeZoneInfo zone, CategoryClasses classes, DateTimeOffset now)
    {
        (_from, _to, _by, _zone, _classes, _now) = (from, to, by, zone, classes, now);
        _calendar = new SummaryCalendar(from, to, by, zone);
        foreach (var (key, days) in _calendar.Groups)
            _groups.Add(key, (days, new SummaryTally()));
    }

    /// <summary>Adds a call: by station it belongs to its incident's.</summary>
    public void Add(ReportedCall call)
    {
        _total.Add(call);
        GroupOf(call.ReceivedAt, call.Station).Add(call);
    }

    /// <summary>Adds an incident.</summary>
    public void Add(IncidentRow incident)
    {
        _total.Add(incident);
        GroupOf(incident.ReceivedAt, incident.Station).Add(incident);
    }

    /// <summary>Adds an assignment, to the group of its incident.</summary>
    public void Add(ReportedResponse reported)
    {
        _total.AddResponse();
        GroupOf(reported.ReceivedAt, reported.IncidentStation).AddResponse();
        foreach (var interval in _reader.Of(reported))
            Measure(interval);
    }

    /// <summary>Adds the results of an incident's feedback.</summary>
    public void Add(ProjectedRow results)
    {
        var group = GroupOf(results.At, results.Station);
        foreach (var (word, number) in SummaryResults.Of(results.Value))
        {
            _total.Add(word, number);
            group.Add(word, number);
        }
    }

    /// <summary>The summary, when all was added.</summary>
    public SummaryReport Build()
    {
        foreach (var interval in _reader.Rest())
            Measure(interval);
        var groups = _groups.Select(g => new SummaryGroup(g.Key, g.Value.Tally.Build(g.Value.Days, _classes))).Take(SummaryLimits.Groups);
        if (_someWithout)
            groups = groups.Append(new SummaryGroup(null, _none.Build(_calendar.Days, _classes)));
        return new SummaryReport(
            _from,
            _to,
            _by,
            _zone.Id,
            [.. groups],
            Math.Max(0, _groups.Count - SummaryLimits.Groups),
            _total.Build(_calendar.Days, _classes));
    }

    private void Measure(in ReportedInterval interval)
    {
        _total.Add(interval, _now);
        GroupOf(interval.ReceivedAt, interval.IncidentStation).Add(interval, _now);
    }

    private SummaryTally GroupOf(DateTimeOffset receivedAt, string? station)
    {
        if (_calendar.KeyOf(receivedAt, station) is not { } key)
        {
            _someWithout = true;
            return _none;
        }

        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = (_calendar.Days, new SummaryTally()));
        return group.Tally;
    }
}
