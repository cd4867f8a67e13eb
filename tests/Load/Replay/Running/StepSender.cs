using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Replay.Planning;

namespace Tocsin.Tests.Load.Replay.Running;

/// <summary>Sends one step, or says why it cannot be sent.</summary>
/// <param name="client">The gateway.</param>
/// <param name="run">The run's name: with a step's own part it makes the key, so that the run can be taken up again.</param>
/// <param name="outcomes">What became of the steps before.</param>
public sealed class StepSender(TocsinClient client, string run, Outcomes outcomes)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<PlannedCall, string> calls = new();

    /// <summary>Sends <paramref name="step"/> until it is settled.</summary>
    /// <exception cref="ReplayInterruptedException">It could not be settled: the server was away for too long.</exception>
    public async Task<Outcome> SendAsync(Step step, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (Obstacle(step) is { } obstacle)
            return obstacle;
        var (method, path, body, role) = Command(step);
        var reply = await client.SendAsync(method, path, body, $"{run}:{step.KeyPart}", role, stop);
        if (!reply.Settled)
        {
            throw new ReplayInterruptedException($"Line {step.Line}, {step.Kind}: not settled after {reply.Tries} tries "
                + $"({reply.Code}). Take the run up again with --run {run}.");
        }

        if (reply.Status is 401 or 403)
            throw new ReplayInterruptedException($"{method} {path} answered {reply.Status} {reply.Code}: this token may not do it.");
        return reply.Ok ? Outcome.Done(reply.Replayed, Made(step, reply)) : Outcome.Not(reply.Code!, Detail(reply));
    }

    private string? Made(Step step, Reply reply)
    {
        if (step.Kind == StepKind.TakeCall)
            return calls[step.Call!] = reply.Read<CallView>().Id;
        return step.Kind == StepKind.MakeIncident ? reply.Read<IncidentView>().Id : null;
    }

    private Outcome? Obstacle(Step step)
    {
        if (step.Superseded)
            return Outcome.Not(FileCodes.Superseded, "the unit is on this incident again");
        if (step.Kind == StepKind.JoinCall && !calls.ContainsKey(step.Call!))
            return Outcome.Not(FileCodes.Depends, "the call was refused");
        if (step is { Incident: { } incident, Kind: not (StepKind.MakeIncident or StepKind.TakeCall) } && !outcomes.Carried(incident.Made))
            return Outcome.Not(FileCodes.Depends, $"the incident was refused: {outcomes[incident.Made]?.Code}");
        if (step is { Response: { } response, Kind: not StepKind.Send } && !outcomes.Carried(response.Started))
            return Outcome.Not(FileCodes.Depends, $"the dispatch was refused: {outcomes[response.Started]?.Code}");
        if (step.Kind != StepKind.Close || step.Incident!.Responses.FirstOrDefault(outcomes.StillHeld) is not { } held)
            return null;
        return Outcome.Not(FileCodes.NeverAvailable, $"{held.Row.Unit} is still on it; closing would say that it became available");
    }

    private (HttpMethod Method, string Path, object? Body, Role Role) Command(Step step)
    {
        var at = Wire.Time(step.OccurredAt);
        var unit = step.Unit;
        var incident = step.Incident;
        var id = incident is null ? null : outcomes.IdOf(incident);
        var car = step.Response?.Row.Unit;
        return step.Kind switch
        {
            StepKind.Register => (
                HttpMethod.Put,
                $"/units/{unit!.Id}",
                new { callSign = unit.Id, kind = unit.Kind, station = unit.Station, capabilities = unit.Capabilities, home = unit.Home },
                Role.Admin),
            StepKind.StartDuty => Post($"/units/{unit!.Id}/duty", new { onDuty = true, occurredAt = at }),
            StepKind.TakeCall => Post("/calls", new { answeredAt = at, location = incident!.Place }),
            StepKind.MakeIncident => Post("/incidents", new
            {
                callId = incident!.Calls.Count > 0 ? calls.GetValueOrDefault(incident.Calls[0]) : null,
                category = incident.Category,
                priority = incident.Priority,
                location = incident.Place,
                narrative = incident.Narrative,
                station = incident.Station.Length > 0 ? incident.Station : null,
                occurredAt = at,
            }),
            StepKind.JoinCall => Post($"/calls/{calls[step.Call!]}/disposition", new { kind = "duplicate", incidentId = id }),
            StepKind.Send when step.Response!.TakenFrom is { } from && outcomes.StillHeld(from) =>
                Post(
                    $"/incidents/{outcomes.IdOf(from.Incident)}/diversions",
                    new { unitId = car, toIncidentId = id, occurredAt = at, reason = "sent on before it was available" }),
            StepKind.Send => Post($"/incidents/{id}/assignments", new { unitIds = new[] { car }, mode = "all", occurredAt = at }),
            StepKind.EnRoute or StepKind.OnScene => Post(
                $"/incidents/{id}/assignments/{car}/progress",
                new { stage = step.Kind == StepKind.EnRoute ? "enRoute" : "onScene", occurredAt = at }),
            StepKind.Clear => Post($"/incidents/{id}/assignments/{car}/progress", new { stage = "cleared", occurredAt = at }),
            StepKind.Close => Post($"/incidents/{id}/closure", new { disposition = incident!.Disposition, occurredAt = at }),
            _ => throw new InvalidOperationException($"No command for {step.Kind}."),
        };

        static (HttpMethod, string, object?, Role) Post(string path, object body) => (HttpMethod.Post, path, body, Role.Dispatcher);
    }

    private static string Detail(Reply reply)
    {
        var problem = reply.Problem;
        var units = problem?.Units is { Count: > 0 } refused
            ? string.Join(
                ", ", refused.Select(u => u.IncidentId is null ? $"{u.UnitId} {u.Code}" : $"{u.UnitId} {u.Code} on {u.IncidentId}"))
            : null;
        return units ?? (problem?.Stage is { } stage ? $"it is {stage}" : problem?.Detail ?? $"HTTP {reply.Status}");
    }
}
