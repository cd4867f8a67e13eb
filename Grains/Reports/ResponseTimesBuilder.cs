using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Reports;

/// <summary>Gathers the response times of incidents and assignments, whole and by group; pure.</summary>
internal sealed class ResponseTimesBuilder(DateTimeOffset from, DateTimeOffset to, GroupBy groupBy, TimeZoneInfo zone)
{
    private readonly Group _total = new();
    private readonly SortedDictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>Adds an incident.</summary>
    public void Add(IncidentRow incident)
    {
        // By station or unit an incident counts in each group that responded to it, which its assignments say; see below.
        if (OfIncident(incident.ReceivedAt, incident.Category, incident.Priority) is { } key)
            GroupOf(key).Incidents.Add(incident.Id);
        _total.Incidents.Add(incident.Id);

        Measure(_total.Intervals.Processing, incident.ReceivedAt, incident.FirstAssignedAt);
        Measure(_total.Intervals.Response, incident.ReceivedAt, incident.FirstOnSceneAt);
        if (KeyOf(incident.ReceivedAt, incident.Category, incident.Priority, incident.FirstAssignedStation, incident.FirstAssignedUnit) is { } first)
            Measure(GroupOf(first).Intervals.Processing, incident.ReceivedAt, incident.FirstAssignedAt);
        if (KeyOf(incident.ReceivedAt, incident.Category, incident.Priority, incident.FirstOnSceneStation, incident.FirstOnSceneUnit) is { } arrived)
            Measure(GroupOf(arrived).Intervals.Response, incident.ReceivedAt, incident.FirstOnSceneAt);
    }

    /// <summary>Adds an assignment.</summary>
    public void Add(ReportedResponse reported)
    {
        var response = reported.Response;
        Add(_total, response);
        if (KeyOf(reported.ReceivedAt, reported.Category, reported.Priority, response.Station, response.Unit) is not { } key)
            return;
        var group = GroupOf(key);
        group.Incidents.Add(response.Incident);
        Add(group, response);
    }

    /// <summary>The report.</summary>
    public ResponseTimesReport Build() => new(
        from,
        to,
        groupBy,
        zone.Id,
        [.. _groups.Select(g => new GroupView(g.Key, g.Value.Incidents.Count, g.Value.Responses, g.Value.Intervals.Build()))],
        new TotalView(_total.Incidents.Count, _total.Responses, _total.Intervals.Build()));

    private static void Add(Group group, ResponseRow response)
    {
        group.Responses++;
        Measure(group.Intervals.Acknowledge, response.AssignedAt, response.AcknowledgedAt);
        Measure(group.Intervals.Turnout, response.AssignedAt, response.EnRouteAt);
        Measure(group.Intervals.Travel, response.EnRouteAt, response.OnSceneAt);
        Measure(group.Intervals.Feedback, response.OnSceneAt, response.FeedbackAt);
    }

    private static void Measure(IntervalFigures figures, DateTimeOffset? start, DateTimeOffset? end)
    {
        if (start is { } s && end is { } e)
            figures.Add(e - s);
    }

    private string? OfIncident(DateTimeOffset receivedAt, string category, short priority) => groupBy switch
    {
        GroupBy.Category => category,
        GroupBy.Priority => priority.ToString(CultureInfo.InvariantCulture),
        GroupBy.Hour => TimeZoneInfo.ConvertTime(receivedAt, zone).ToString("HH", CultureInfo.InvariantCulture),
        _ => null,
    };

    private string? KeyOf(DateTimeOffset receivedAt, string category, short priority, string? station, UnitId? unit) => groupBy switch
    {
        GroupBy.Station => station,
        GroupBy.Unit => unit?.Value,
        _ => OfIncident(receivedAt, category, priority),
    };

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
