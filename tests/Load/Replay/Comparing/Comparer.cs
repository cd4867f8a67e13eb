using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.Load.Replay.Running;

namespace Tocsin.Tests.Load.Replay.Comparing;

/// <summary>
/// Compares what was carried with what reads back, to the second (and the millisecond: the file has whole ones).
/// What the file does not have must not be there either: nothing is invented.
/// </summary>
public sealed class Comparer(ReplayPlan plan, Outcomes outcomes, ReadBack read)
{
    private readonly List<Difference> differences = [];

    /// <summary>Every difference in what was carried.</summary>
    public IReadOnlyList<Difference> Compare()
    {
        foreach (var (path, code) in read.Missing)
            differences.Add(new Difference(0, string.Empty, string.Empty, path, "200", code));
        foreach (var incident in plan.Incidents)
        {
            if (outcomes.IdOf(incident) is { } id && read.Incidents.TryGetValue(id, out var view))
                Compare(incident, view);
        }

        foreach (var unit in plan.Responses.GroupBy(r => r.Row.Unit))
            CompareUnit(unit.Key, [.. unit]);
        return differences;
    }

    private void Compare(PlannedIncident incident, IncidentView view)
    {
        void Same(string field, object? expected, object? actual)
        {
            if (!Equals(expected, actual))
                differences.Add(new Difference(incident.Line, incident.Number, string.Empty, field, Text(expected), Text(actual)));
        }

        Same(Fields.Receipt, incident.ReceivedAt, view.ReceivedAt);
        Same(Fields.Type, incident.Category, view.Category);
        Same(Fields.Priority, incident.Priority, view.Priority);
        Same(Fields.Place, incident.Place, view.Location);
        if (incident.Station.Length > 0)
            Same(Fields.Station, incident.Station, view.Station);
        var closed = outcomes.Carried(incident.Closed);
        Same(Fields.Disposition, closed ? incident.Disposition : null, view.Disposition);
        Same("status closed", closed, view.Status == "closed");
        var calls = Math.Min(incident.Calls.Count, 1)
            + (incident.Calls.Count < 2
                ? 0
                : plan.Steps.Count(s => s.Kind == StepKind.JoinCall && s.Incident == incident && outcomes.Carried(s)));
        Same("calls", calls, view.CallCount);

        var sent = incident.Responses.Where(r => outcomes.Carried(r.Started)).ToList();
        foreach (var unit in sent.Select(r => r.Row.Unit).Union(view.Assignments.Select(a => a.UnitId)))
            CompareResponses(incident, [.. sent.Where(r => r.Row.Unit == unit)], [.. view.Assignments.Where(a => a.UnitId == unit)], unit);
    }

    private void CompareResponses(PlannedIncident incident, PlannedResponse[] sent, AssignmentView[] there, string unit)
    {
        for (var i = 0; i < Math.Max(sent.Length, there.Length); i++)
        {
            if (i >= there.Length)
            {
                differences.Add(new Difference(
                    sent[i].Row.Line, incident.Number, unit, Fields.Row, $"assigned {sent[i].DispatchAt:u}", "no such assignment"));
            }
            else if (i >= sent.Length)
            {
                differences.Add(new Difference(
                    incident.Line, incident.Number, unit, Fields.Row, "no such assignment", $"assigned {there[i].AssignedAt:u}"));
            }
            else
                Compare(sent[i], there[i]);
        }
    }

    private void Compare(PlannedResponse response, AssignmentView view)
    {
        void Same(string field, object? expected, object? actual)
        {
            if (!Equals(expected, actual))
            {
                differences.Add(
                    new Difference(response.Row.Line, response.Incident.Number, response.Row.Unit, field, Text(expected), Text(actual)));
            }
        }

        DateTimeOffset? Told(Step? step) => outcomes.Carried(step) ? step!.OccurredAt : null;

        Same(Fields.Dispatch, response.DispatchAt, view.AssignedAt);
        Same("acknowledged", null, view.AcknowledgedAt);
        Same(Fields.Response, Told(response.EnRoute), view.EnRouteAt);
        Same(Fields.OnScene, Told(response.OnScene), view.OnSceneAt);
        Same("feedback", null, view.FeedbackAt);
        var by = outcomes.DivertedBy(response);
        Same(Fields.Available, by?.DispatchAt ?? Told(response.Cleared), view.ClearedAt);
        var stage = by is not null ? "diverted"
            : outcomes.Carried(response.Cleared) ? "cleared"
            : outcomes.Carried(response.OnScene) ? "onScene"
            : outcomes.Carried(response.EnRoute) ? "enRoute" : "assigned";
        Same("stage", stage, view.Stage);
    }

    private void CompareUnit(string unit, PlannedResponse[] responses)
    {
        // A unit of which this run carried nothing may be anybody's: its refusals are listed.
        if (!read.Units.TryGetValue(unit, out var view) || !responses.Any(r => outcomes.Carried(r.Started)))
            return;
        var held = responses.Where(outcomes.StillHeld).Select(r => outcomes.IdOf(r.Incident)).LastOrDefault();
        if (held != view.IncidentId)
        {
            differences.Add(new Difference(
                responses[0].Row.Line, string.Empty, unit, "unit at the end", Text(held ?? "free"), Text(view.IncidentId ?? "free")));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "nothing",
        DateTimeOffset at => Wire.Time(at),
        _ => value.ToString() ?? string.Empty,
    };
}
