namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>
/// Makes the commands. Each waits for the one before it of its unit and of its incidents, nothing else, so that
/// everything that has nothing to do with one another goes side by side. A response's stages go in their own order
/// whatever their times say: a wrong clock must not make a report land after the unit is gone.
/// </summary>
public static class StepPlanner
{
    private const int Units = 0;
    private const int Making = 1;
    private const int Responding = 2;
    private const int Closing = 3;

    /// <summary>The commands in order.</summary>
    public static IReadOnlyList<Step> Plan(
        IReadOnlyList<PlannedUnit> units,
        IReadOnlyList<PlannedIncident> incidents,
        IReadOnlyList<PlannedResponse> responses,
        DateTimeOffset now)
    {
        var steps = new List<Step>();
        var start = incidents.Select(i => i.ReceivedAt).Concat(responses.Select(r => r.DispatchAt)).DefaultIfEmpty(DateTimeOffset.UnixEpoch)
            .Min();
        for (var i = 0; i < units.Count; i++)
            Unit(steps, units[i], i, start);
        foreach (var incident in incidents)
            Incident(steps, incident, now);
        var newest = new Dictionary<(string Unit, PlannedIncident Incident), PlannedResponse>();
        foreach (var response in responses.Reverse())
        {
            newest.TryGetValue((response.Row.Unit, response.Incident), out var again);
            Response(steps, response, again);
            newest[(response.Row.Unit, response.Incident)] = response;
        }

        steps.Sort((a, b) => a.Order.CompareTo(b.Order));
        Chain(steps);
        return steps;
    }

    private static void Unit(List<Step> steps, PlannedUnit unit, int index, DateTimeOffset start)
    {
        foreach (var (kind, stage) in new[] { (StepKind.Register, 0), (StepKind.StartDuty, 1) })
        {
            steps.Add(new Step
            {
                Kind = kind,
                Order = new(start, Units, index, stage),
                OccurredAt = start,
                Line = unit.Line,
                Field = Fields.Unit,
                Unit = unit,
            });
        }
    }

    private static void Incident(List<Step> steps, PlannedIncident incident, DateTimeOffset now)
    {
        // An incident whose unit was sent before it was received (a wrong clock) must exist by then all the same.
        var first = incident.Responses.Select(r => r.DispatchAt).Append(incident.ReceivedAt).Min();
        for (var i = 0; i < incident.Calls.Count; i++)
        {
            var call = incident.Calls[i];
            var at = i == 0 || call.ReceivedAt < first ? first : call.ReceivedAt;
            var stage = i == 0 ? 0 : 2 * i;
            steps.Add(Make(StepKind.TakeCall, at, stage, call.ReceivedAt, call.Line, Fields.Call, call));
            if (i > 0)
                steps.Add(Make(StepKind.JoinCall, at, stage + 1, call.ReceivedAt, call.Line, Fields.Call, call));
        }

        steps.Add(incident.Made = Make(StepKind.MakeIncident, first, 1, incident.ReceivedAt, incident.Line, Fields.Row, null));
        if (incident.Disposition.Length == 0)
            return;
        var closedAt = incident.LastMomentBefore(now);
        var last = incident.Responses.Select(End).Append(closedAt).Max();
        steps.Add(incident.Closed = new Step
        {
            Kind = StepKind.Close,
            Order = new(last, Closing, incident.Index, 0),
            OccurredAt = closedAt,
            Line = incident.Line,
            Field = Fields.Disposition,
            Incident = incident,
        });

        Step Make(StepKind kind, DateTimeOffset at, int stage, DateTimeOffset occurredAt, int line, string field, PlannedCall? call) =>
            new()
            {
                Kind = kind,
                Order = new(at, Making, incident.Index, stage),
                OccurredAt = occurredAt,
                Line = line,
                Field = field,
                Call = call,
                Incident = incident,
            };
    }

    /// <summary>When the last step of a response has its turn: its end, or for one without an end its last report.</summary>
    private static DateTimeOffset End(PlannedResponse response) =>
        response.HeldUntil == DateTimeOffset.MaxValue ? response.Moments.Max() : response.HeldUntil;

    private static void Response(List<Step> steps, PlannedResponse response, PlannedResponse? again)
    {
        var times = response.Row.Times;
        var turn = response.DispatchAt;
        response.Started = Add(StepKind.Send, response.DispatchAt, Fields.Dispatch)!;
        response.EnRoute = Add(StepKind.EnRoute, times.Response, Fields.Response);
        response.OnScene = Add(StepKind.OnScene, times.OnScene, Fields.OnScene);
        response.Cleared = Add(StepKind.Clear, times.Available, Fields.Available);

        Step? Add(StepKind kind, DateTimeOffset? occurredAt, string field)
        {
            if (occurredAt is not { } at)
                return null;
            turn = at > turn ? at : turn;
            turn = turn > response.HeldUntil ? response.HeldUntil : turn;
            var order = new StepOrder(turn, Responding, response.Index, (int)kind);
            var step = new Step
            {
                Kind = kind,
                Order = order,
                OccurredAt = at,
                Line = response.Row.Line,
                Field = field,
                Incident = response.Incident,
                Response = response,
                Superseded = kind != StepKind.Send && response.TakenBy is not null && again is not null
                    && order > new StepOrder(again.DispatchAt, Responding, again.Index, (int)StepKind.Send),
            };
            steps.Add(step);
            return step;
        }
    }

    private static void Chain(List<Step> steps)
    {
        var last = new Dictionary<object, Step>();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            step.Index = i;
            object?[] touched =
            [
                step.Unit?.Id ?? step.Response?.Row.Unit,
                step.Incident,
                step.Kind == StepKind.Send ? step.Response?.TakenFrom?.Incident : null,
            ];
            foreach (var thing in touched.OfType<object>())
            {
                if (last.TryGetValue(thing, out var before) && !step.After.Contains(before))
                    step.After.Add(before);
                last[thing] = step;
            }
        }
    }
}
