using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Statistics;

namespace Tocsin.Tests.LoadTests.Fakes;

/// <summary>A dispatch centre in memory, as far as the load program's commands go; everything under one lock.</summary>
public sealed class FakeCentre
{
    private int next;

    public Dictionary<string, FakeUnit> Units { get; } = [];

    public Dictionary<string, FakeIncident> Incidents { get; } = [];

    public Dictionary<string, (FakeStream Stream, string? IncidentId)> Calls { get; } = [];

    public Dictionary<(string Route, string Key), (string Body, int Status, string Thing)> Keys { get; } = [];

    /// <summary>Positions that were told.</summary>
    public int Positions { get; private set; }

    /// <summary>The fault of all faults: an assignment that looks at nobody's books.</summary>
    public bool DoubleBooking { get; set; }

    /// <summary>Carries a command out; the answer is the status and a path to what it changed.</summary>
    public (int Status, string Thing) Do(string method, string path, JsonElement body)
    {
        var command = Guid.NewGuid();
        var parts = path.Trim('/').Split('/');
        var at = Time(body, "occurredAt") ?? TimeProvider.System.GetUtcNow();
        if (at > TimeProvider.System.GetUtcNow().AddSeconds(5))
            throw new RefusalException(422, "occurredAtInFuture");
        switch (method, parts)
        {
            case ("PUT", ["units", var id]):
                if (!Units.ContainsKey(id))
                {
                    Units[id] = new FakeUnit { Id = id, Stream = new FakeStream("unit/" + id) };
                    Units[id].Stream.Append("UnitRegistered", at, command, new { });
                }

                return (200, path);
            case ("POST", ["units", var id, "duty"]):
                Unit(id).OnDuty = body.GetProperty("onDuty").GetBoolean();
                return (200, $"/units/{id}");
            case ("POST", ["calls"]):
                var call = $"C{++next:0000}";
                Calls[call] = (new FakeStream("call/" + call), null);
                Calls[call].Stream.Append("CallReceived", Time(body, "answeredAt") ?? at, command, new { });
                return (201, $"/calls/{call}");
            case ("POST", ["calls", var id, "answering" or "ending"]):
                Calls[id].Stream.Append(parts[2] == "answering" ? "CallAnswered" : "CallEnded", at, command, new { });
                return (200, $"/calls/{id}");
            case ("POST", ["positions"]):
                Positions += body.GetArrayLength();
                return (202, "/positions");
            case ("PATCH", ["calls", var id]):
                Calls[id].Stream.Append("CallChanged", at, command, new { changes = body });
                return (200, $"/calls/{id}");
            case ("POST", ["calls", var id, "disposition"]):
                Join(id, Text(body, "incidentId"), at, command, Text(body, "kind")!);
                return (200, $"/calls/{id}");
            case ("POST", ["incidents"]):
                return (201, $"/incidents/{Create(body, at, command)}");
            case ("POST", ["incidents", var id, "notes"]):
                Incident(id).Stream.Append("NoteAdded", at, command, new { text = Text(body, "text") });
                return (200, $"/incidents/{id}");
            case ("POST", ["incidents", var id, "assignments"]):
                foreach (var unit in body.GetProperty("unitIds").EnumerateArray().Select(u => u.GetString()!))
                    Assign(Open(id), unit, at, command, null);
                return (200, $"/incidents/{id}");
            case ("POST", ["incidents", var id, "assignments", var unit, "progress"]):
                Progress(Incident(id), unit, Text(body, "stage")!, at, command, Text(body, "note"));
                return (200, $"/incidents/{id}");
            case ("POST", ["incidents", var id, "diversions"]):
                Divert(Incident(id), Incident(Text(body, "toIncidentId")!), Text(body, "unitId")!, at, command);
                return (200, $"/diversions/{id}/{Text(body, "toIncidentId")}");
            case ("POST", ["incidents", var id, "feedback"]):
                (Incident(id).Of(Text(body, "unitId")!) ?? throw new RefusalException(409, "wrongStage")).FeedbackAt ??= at;
                Incident(id).Stream.Append(
                    "FeedbackGiven", at, command, new { unitId = Text(body, "unitId"), narrative = Text(body, "narrative") });
                return (200, $"/incidents/{id}");
            case ("POST", ["incidents", var id, "closure"]):
                Close(Open(id), Text(body, "disposition")!, at, command);
                return (200, $"/incidents/{id}");
            default:
                throw new RefusalException(404, "notFound");
        }
    }

    /// <summary>The thing at a path as it now stands.</summary>
    public string Get(string path) => path.Trim('/').Split('/') switch
    {
        ["units", var id] => JsonSerializer.Serialize(Unit(id).View, JsonSerializerOptions.Web),
        ["units"] => JsonSerializer.Serialize(
            new { items = Units.Values.Select(u => u.View), next = (string?)null }, JsonSerializerOptions.Web),
        ["positions"] => "{\"accepted\":1000,\"rejected\":[]}",
        ["incidents", var id, "recommendations"] => JsonSerializer.Serialize(
            Units.Values.Take(5).Select(u => new { unitId = u.Id, etaSeconds = 60 }), JsonSerializerOptions.Web),
        ["incidents", "duplicates"] => JsonSerializer.Serialize(
            Incidents.Values.Where(i => i.ClosedAt is null).Select(i => new { incidentId = i.Id }), JsonSerializerOptions.Web),
        ["incidents", var id] => Incident(id).Json,
        ["calls", var id] => JsonSerializer.Serialize(
            new { id, status = "answered", incidentId = Calls[id].IncidentId, version = Calls[id].Stream.Version },
            JsonSerializerOptions.Web),
        ["diversions", var from, var to] => $"{{\"from\":{Incident(from).Json},\"to\":{Incident(to).Json}}}",
        _ => throw new RefusalException(404, "notFound"),
    };

    public FakeStream Trail(string path) => path.Trim('/').Split('/') switch
    {
        ["units", var id, "trail"] => Unit(id).Stream,
        ["incidents", var id, "trail"] => Incident(id).Stream,
        ["calls", var id, "trail"] when Calls.TryGetValue(id, out var call) => call.Stream,
        _ => throw new RefusalException(404, "notFound"),
    };

    public object Report(DateTimeOffset from, DateTimeOffset to, string groupBy)
    {
        var facts = Incidents.Values.Select(i => i.Fact).Where(f => f.ReceivedAt >= from && f.ReceivedAt < to).ToList();
        return new
        {
            groupBy,
            timeZone = "UTC",
            groups = facts.GroupBy(f => groupBy == "priority" ? $"{f.Priority}" : f.Category)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Group(g.Key, ReportFigures.Of([.. g]))),
            total = Group(null, ReportFigures.Of(facts)),
        };
    }

    private static object Group(string? key, ReportFigures figures) => new
    {
        key,
        figures.Incidents,
        figures.Responses,
        Intervals = figures.Intervals.ToDictionary(
            i => i.Key,
            i => new
            {
                i.Value.Count,
                i.Value.Negative,
                Mean = i.Value.Mean is { } m ? Math.Round(m, 3) : (double?)null,
                i.Value.P50,
                i.Value.P90,
                i.Value.P95,
            }),
    };

    private static DateTimeOffset? Time(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var t) && t.ValueKind == JsonValueKind.String
            ? t.GetDateTimeOffset()
            : null;

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var t) ? t.GetString() : null;

    private FakeUnit Unit(string id) => Units.TryGetValue(id, out var unit) ? unit : throw new RefusalException(404, "notFound");

    private FakeIncident Incident(string id) =>
        Incidents.TryGetValue(id, out var incident) ? incident : throw new RefusalException(404, "notFound");

    private FakeIncident Open(string id) =>
        Incident(id) is { ClosedAt: null } open ? open : throw new RefusalException(409, "incidentClosed");

    private string Create(JsonElement body, DateTimeOffset at, Guid command)
    {
        var incident = new FakeIncident
        {
            Id = $"I{++next:0000}",
            Category = Text(body, "category") ?? throw new RefusalException(400, "invalid"),
            Priority = body.GetProperty("priority").GetInt32(),
            Location = body.TryGetProperty("location", out var place) ? place.Deserialize<PlaceView>(JsonSerializerOptions.Web) : null,
            Narrative = Text(body, "narrative"),
            Station = Text(body, "station"),
            ReceivedAt = at,
            Stream = new FakeStream($"incident/I{next:0000}"),
        };
        Incidents.Add(incident.Id, incident);
        incident.Stream.Append("IncidentCreated", at, command, new { incident.Category });
        if (Text(body, "callId") is { } call)
            Join(call, incident.Id, at, command, "incident");
        return incident.Id;
    }

    private void Join(string call, string? incidentId, DateTimeOffset at, Guid command, string kind)
    {
        var (stream, _) = Calls[call];
        Calls[call] = (stream, incidentId);
        stream.Append("CallDisposed", at, command, new { kind, incidentId });
        if (incidentId is null)
            return;
        Incident(incidentId).CallCount++;
        Incident(incidentId).Stream.Append("CallJoined", at, command, new { callId = call, kind });
    }

    private void Assign(FakeIncident incident, string unitId, DateTimeOffset at, Guid command, string? divertedFrom)
    {
        var unit = Units.TryGetValue(unitId, out var known) ? known : throw new RefusalException(422, "unknownReference");
        if ((!unit.OnDuty || unit.IncidentId is not null) && !DoubleBooking)
            throw new RefusalException(
                409, "unitBusy", new[] { new { unitId, code = unit.OnDuty ? "busy" : "offDuty", incidentId = unit.IncidentId } });
        unit.IncidentId = incident.Id;
        incident.Assignments.Add(new FakeAssignment { UnitId = unitId, AssignedAt = at });
        incident.Stream.Append("UnitAssigned", at, command, new { unitId, divertedFrom });
        unit.Stream.Append("Assigned", at, command, new { incidentId = incident.Id });
    }

    private void Progress(FakeIncident incident, string unitId, string stage, DateTimeOffset at, Guid command, string? note)
    {
        var assignment = incident.Of(unitId) ?? throw new RefusalException(409, "wrongStage");
        var late = !assignment.Active;
        if (late && (stage is "cleared" or "cancelled" or "declined"))
        {
            if (assignment.Stage == stage)
                return;
            throw new RefusalException(409, "wrongStage", stage: assignment.Stage);
        }

        if (late && at > assignment.ClearedAt)
            throw new RefusalException(409, "wrongStage", stage: assignment.Stage);
        string[] order = ["assigned", "acknowledged", "enRoute", "onScene"];
        switch (stage)
        {
            case "acknowledged":
                assignment.AcknowledgedAt = assignment.AcknowledgedAt is null ? at : throw new RefusalException(409, "wrongStage");
                break;
            case "enRoute": assignment.EnRouteAt = assignment.EnRouteAt is null ? at : throw new RefusalException(409, "wrongStage"); break;
            case "onScene": assignment.OnSceneAt = assignment.OnSceneAt is null ? at : throw new RefusalException(409, "wrongStage"); break;
            default: End(incident, assignment, stage, at, command, note); return;
        }

        if (!late && Array.IndexOf(order, stage) > Array.IndexOf(order, assignment.Stage))
            assignment.Stage = stage;
        incident.Stream.Append(
            stage switch { "acknowledged" => "UnitAcknowledged", "enRoute" => "UnitEnRoute", _ => "UnitOnScene" },
            at,
            command,
            new { unitId, note, late });
        Units[unitId].Stream.Append("Progressed", at, command, new { incidentId = incident.Id, stage });
    }

    private void End(FakeIncident incident, FakeAssignment assignment, string stage, DateTimeOffset at, Guid command, string? note)
    {
        assignment.Stage = stage;
        assignment.ClearedAt = at;
        incident.Stream.Append(
            stage == "cleared" ? "UnitCleared" : stage == "diverted" ? "UnitDiverted" : "UnitCancelled",
            at,
            command,
            new { unitId = assignment.UnitId, note });
        Units[assignment.UnitId].Stream.Append("Released", at, command, new { incidentId = incident.Id, stage });
        Units[assignment.UnitId].IncidentId = null;
    }

    private void Divert(FakeIncident from, FakeIncident to, string unit, DateTimeOffset at, Guid command)
    {
        if (from.Of(unit) is not { Active: true } assignment)
            throw new RefusalException(409, "wrongStage");
        End(from, assignment, "diverted", at, command, null);
        Assign(to, unit, at, command, from.Id);
    }

    private void Close(FakeIncident incident, string disposition, DateTimeOffset at, Guid command)
    {
        foreach (var assignment in incident.Assignments.Where(a => a.Active))
            End(incident, assignment, "cleared", at, command, null);
        incident.Disposition = disposition;
        incident.ClosedAt = at;
        incident.Stream.Append("IncidentClosed", at, command, new { disposition });
    }
}
