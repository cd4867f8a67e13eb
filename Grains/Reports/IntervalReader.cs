using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Reports;

/// <summary>
/// Makes the intervals of reports out of narrow rows, the same for the report, the summary and the lists behind them. Pure. Whether
/// feedback is still waited for is known only when all assignments were seen: see <see cref="Rest"/>.
/// </summary>
internal sealed class IntervalReader
{
    private readonly Dictionary<string, ReportTargets> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<IncidentId, DateTimeOffset> _feedback = [];
    private readonly List<ReportedResponse> _waiting = [];

    /// <summary>The two intervals of an incident.</summary>
    public (ReportedInterval Processing, ReportedInterval Response) Of(IncidentRow incident)
    {
        var targets = TargetsOf(incident.Targets);
        var (unit, station) = (incident.FirstAssignedUnit, incident.FirstAssignedStation);
        var processing = new ReportedInterval(ReportInterval.Processing, ReportSpan.Processing(incident), targets.Processing)
        {
            Incident = incident.Id,
            Number = incident.Number,
            ReceivedAt = incident.ReceivedAt,
            Category = incident.Category,
            Priority = incident.Priority,
            IncidentStation = incident.Station,
            Unit = unit,
            Station = station,
        };
        // Who was sent first and nobody arrived: it is of those who did not.
        var arrived = incident.FirstOnSceneAt is not null;
        return (processing, processing with
        {
            Kind = ReportInterval.Response,
            Span = ReportSpan.Response(incident),
            Target = targets.Response,
            Unit = arrived ? incident.FirstOnSceneUnit : unit,
            Station = arrived ? incident.FirstOnSceneStation : station,
        });
    }

    /// <summary>The intervals of an assignment, but for feedback that did not come.</summary>
    public IEnumerable<ReportedInterval> Of(ReportedResponse reported)
    {
        var (response, targets) = (reported.Response, TargetsOf(reported.Targets));
        yield return Of(reported, ReportInterval.Acknowledge, ReportSpan.Acknowledge(response), targets.Acknowledge);
        yield return Of(reported, ReportInterval.Turnout, ReportSpan.Turnout(response), targets.Turnout);
        yield return Of(reported, ReportInterval.Travel, ReportSpan.Travel(response), targets.Travel);
        if (response.FeedbackAt is { } given)
        {
            if (!_feedback.TryGetValue(response.Incident, out var first) || given < first)
                _feedback[response.Incident] = given;
            yield return Of(reported, ReportInterval.Feedback, ReportSpan.Feedback(response, null, null), targets.Feedback);
        }
        else if (response.OnSceneAt is not null)
        {
            _waiting.Add(reported);
        }
    }

    /// <summary>The feedback that did not come, when all assignments were seen.</summary>
    public IEnumerable<ReportedInterval> Rest() => _waiting.Select(reported => Of(
        reported,
        ReportInterval.Feedback,
        ReportSpan.Feedback(
            reported.Response,
            _feedback.TryGetValue(reported.Response.Incident, out var first) ? first : null,
            reported.IncidentClosedAt),
        TargetsOf(reported.Targets).Feedback));

    private static ReportedInterval Of(ReportedResponse reported, ReportInterval kind, ReportSpan span, ReportTarget? target) =>
        new(kind, span, target)
        {
            Incident = reported.Response.Incident,
            Number = reported.IncidentNumber,
            ReceivedAt = reported.ReceivedAt,
            Category = reported.Category,
            Priority = reported.Priority,
            IncidentStation = reported.IncidentStation,
            Unit = reported.Response.Unit,
            Station = reported.Response.Station,
            Ordinal = reported.Response.Ordinal,
        };

    // A centre has few texts: one for each policy, priority and area.
    private ReportTargets TargetsOf(string? text)
    {
        if (text is null)
            return ReportTargets.None;
        if (!_targets.TryGetValue(text, out var targets))
            _targets.Add(text, targets = ReportTargets.Read(text));
        return targets;
    }
}
