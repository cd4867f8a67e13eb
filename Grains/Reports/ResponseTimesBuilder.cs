using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Reports;

/// <summary>Gathers the response times of incidents and assignments, whole and by group; pure.</summary>
/// <param name="from">The start of the report.</param>
/// <param name="to">The end of the report.</param>
/// <param name="groupBy">How it groups.</param>
/// <param name="zone">The zone of its hours.</param>
/// <param name="now">Until when an end that did not come was waited for.</param>
internal sealed class ResponseTimesBuilder(DateTimeOffset from, DateTimeOffset to, GroupBy groupBy, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly IntervalReader _reader = new();
    private readonly Group _total = new();
    private readonly SortedDictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>Adds an incident.</summary>
    public void Add(IncidentRow incident)
    {
        // By station or unit an incident counts in each group that responded to it, which its assignments say; see below.
        if (ReportKey.Of(incident.ReceivedAt, incident.Category, incident.Priority, groupBy, zone) is { } key)
            GroupOf(key).Incidents.Add(incident.Id);
        _total.Incidents.Add(incident.Id);
        var (processing, response) = _reader.Of(incident);
        Measure(processing);
        Measure(response);
    }

    /// <summary>Adds an assignment.</summary>
    public void Add(ReportedResponse reported)
    {
        _total.Responses++;
        var isFirst = true;
        foreach (var interval in _reader.Of(reported))
        {
            Measure(interval);
            if (isFirst && ReportKey.Of(interval, groupBy, zone) is { } key)
            {
                var group = GroupOf(key);
                group.Responses++;
                group.Incidents.Add(interval.Incident);
            }

            isFirst = false;
        }
    }

    /// <summary>The report, when all was added.</summary>
    public ResponseTimesReport Build()
    {
        foreach (var interval in _reader.Rest())
            Measure(interval);
        return new ResponseTimesReport(
            from,
            to,
            groupBy,
            zone.Id,
            [.. _groups.Select(g => new GroupView(g.Key, g.Value.Incidents.Count, g.Value.Responses, g.Value.Intervals.Build()))],
            new TotalView(_total.Incidents.Count, _total.Responses, _total.Intervals.Build()));
    }

    private void Measure(in ReportedInterval interval)
    {
        if (interval.Span.Start is null)
            return;
        _total.Intervals[interval.Kind].Add(interval.Span, interval.Target, now);
        if (ReportKey.Of(interval, groupBy, zone) is { } key)
            GroupOf(key).Intervals[interval.Kind].Add(interval.Span, interval.Target, now);
    }

    private Group GroupOf(string key)
    {
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(key, group = new Group());
        return group;
    }

    private sealed class Group
    {
        public HashSet<IncidentId> Incidents { get; } = [];

        public int Responses { get; set; }

        public IntervalSet Intervals { get; } = new();
    }
}
