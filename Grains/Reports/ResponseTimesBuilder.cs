using System.Globalization;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Reports;

/// <summary>Gathers the response times of incidents and assignments, whole and by group; pure.</summary>
internal sealed class ResponseTimesBuilder(DateTimeOffset from, DateTimeOffset to, GroupBy groupBy, TimeZoneInfo zone)
{
    private readonly Group _total = new();
    private readonly Dictionary<string, ReportTargets> _targets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>Adds an incident.</summary>
    public void Add(IncidentRow incident)
    {
        // By station or unit an incident counts in each group that responded to it, which its assignments say; see below.
        if (OfIncident(incident.ReceivedAt, incident.Category, incident.Priority) is { } key)
            GroupOf(key).Incidents.Add(incident.Id);
        _total.Incidents.Add(incident.Id);

        var targets = TargetsOf(incident.Targets);
        var suspect = SuspectTimes.OfResponse(incident);
        Measure(_total.Intervals.Processing, incident.ReceivedAt, incident.FirstAssignedAt, targets.Processing);
        Measure(_total.Intervals.Response, incident.ReceivedAt, incident.FirstOnSceneAt, targets.Response, suspect);
        if (KeyOf(incident.ReceivedAt, incident.Category, incident.Priority, incident.FirstAssignedStation, incident.FirstAssignedUnit)
            is { } first)
        {
            Measure(GroupOf(first).Intervals.Processing, incident.ReceivedAt, incident.FirstAssignedAt, targets.Processing);
        }

        if (KeyOf(incident.ReceivedAt, incident.Category, incident.Priority, incident.FirstOnSceneStation, incident.FirstOnSceneUnit)
            is { } arrived)
        {
            Measure(GroupOf(arrived).Intervals.Response, incident.ReceivedAt, incident.FirstOnSceneAt, targets.Response, suspect);
        }
    }

    /// <summary>Adds an assignment.</summary>
    public void Add(ReportedResponse reported)
    {
        var response = reported.Response;
        var targets = TargetsOf(reported.Targets);
        Add(_total, response, targets);
        if (KeyOf(reported.ReceivedAt, reported.Category, reported.Priority, response.Station, response.Unit) is not { } key)
            return;
        var group = GroupOf(key);
        group.Incidents.Add(response.Incident);
        Add(group, response, targets);
    }

    /// <summary>The report.</summary>
    public ResponseTimesReport Build() => new(
        from,
        to,
        groupBy,
        zone.Id,
        [.. _groups.Select(g => new GroupView(g.Key, g.Value.Incidents.Count, g.Value.Responses, g.Value.Intervals.Build()))],
        new TotalView(_total.Incidents.Count, _total.Responses, _total.Intervals.Build()));

    private static void Add(Group group, ResponseRow response, ReportTargets targets)
    {
        group.Responses++;
        Measure(group.Intervals.Acknowledge, response.AssignedAt, response.AcknowledgedAt, targets.Acknowledge);
        Measure(group.Intervals.Turnout, response.AssignedAt, response.EnRouteAt, targets.Turnout);
        Measure(group.Intervals.Travel, response.EnRouteAt, response.OnSceneAt, targets.Travel, SuspectTimes.OfTravel(response));
        Measure(group.Intervals.Feedback, response.OnSceneAt, response.FeedbackAt, targets.Feedback, SuspectTimes.OfFeedback(response));
    }

    private static void Measure(
        IntervalFigures figures, DateTimeOffset? start, DateTimeOffset? end, ReportTarget? target, bool suspect = false)
    {
        if (start is { } s && end is { } e)
            figures.Add(e - s, target, suspect);
    }

    // A centre has few texts: one for each policy, priority and area.
    private ReportTargets TargetsOf(string? text)
    {
        if (text is null)
            return ReportTargets.None;
        if (!_targets.TryGetValue(text, out var targets))
            _targets.Add(text, targets = ReportTargets.Read(text));
        return targets;
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
