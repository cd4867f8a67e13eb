using System.Buffers;
using System.Text.Json;
using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Live;
using Tocsin.Problems;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Positions;

/// <summary>Positions of units: <c>POST /api/v1/positions</c>. Telemetry: no key, no version, no event.</summary>
internal static class PositionRoutes
{
    private static readonly JsonField<UnitId> Unit = JsonField.Required("unitId", CommonTypes.Unit, "The unit.", ExampleScene.UnitId);

    private static readonly JsonField<double> Lat = JsonField.Required("lat", LocationTypes.Latitude, "WGS 84 degrees north.", 36.53);

    private static readonly JsonField<double> Lon = JsonField.Required("lon", LocationTypes.Longitude, "WGS 84 degrees east.", 113.05);

    private static readonly JsonField<DateTimeOffset> At = JsonField.Required(
        "at", CommonTypes.Instant, "When the device was there; the newest one wins.", ExampleScene.OnSceneAt);

    private static readonly JsonField<double> Speed = JsonField.Optional(
        "speed", new NumberType(0, GatewayLimits.SpeedMax), "Metres per second; null: not known.", 12.5);

    private static readonly JsonField<double> Heading = JsonField.Optional(
        "heading", new NumberType(0, GatewayLimits.HeadingMax), "Degrees from north, clockwise; null: not known.", 90);

    private static readonly JsonType<IReadOnlyList<PositionReport>> Batch = new ListType<PositionReport>(
        new ObjectType<PositionReport>(
            new FieldSet(Unit, Lat, Lon, At, Speed, Heading),
            v => new PositionReport(v.Get(Unit).Value, v.Get(Lat), v.Get(Lon), v.Get(At), v.Find(Speed), v.Find(Heading))),
        0,
        GatewayLimits.PositionsMax,
        name: "ReportPositions");

    private static readonly ApiOperation Operation = new(
        "reportPositions",
        "Report positions of units",
        """
        Up to 1,000 positions of any units, 1 MiB at most; of each unit the newest `at` wins. A position that is not taken is named in
        `rejected`: `notYours` (a unit reports for itself only), `unknownReference` (the unit is not registered) or `occurredAtInFuture`
        (more than 5 s ahead). Positions are telemetry: they are not events, and `Idempotency-Key` is ignored.
        """)
    {
        Tag = "Positions",
        Body = Batch,
        Answer = ApiAnswer.Of(() => new PositionsAnswer(1, [new PositionRefusal("P99", "unknownReference")])),
        Statuses = [202],
    };

    /// <summary>Maps it.</summary>
    public static void MapPositions(this IEndpointRouteBuilder routes, Responder responder, LiveOutbox outbox) => routes.MapOperation(
        HttpMethods.Post,
        ApiOperation.BasePath + "/positions",
        http => Report(http, responder, outbox),
        Operation,
        Permission.ReportPositions);

    private static async Task Report(HttpContext http, Responder responder, LiveOutbox outbox)
    {
        var parsed = await RequestBody.Read(
            http, Batch, GatewayLimits.PositionsBodyBytesMax, mayBeEmpty: false, digested: false, new FieldErrors());
        if (parsed.Problem is { } problem)
        {
            await responder.Refuse(http, problem);
            return;
        }
        var rejected = new List<PositionRefusal>();
        var latest = responder.Time.GetUtcNow() + GatewayLimits.AheadMax;
        var accepted = Filter(parsed.Value, Responder.ActorOf(http, Permission.ReportPositions), latest, rejected);
        if (outbox.Unknown(accepted) is { Count: > 0 } unknown)
        {
            var grain = responder.Grains.GetGrain<ILiveGrain>(0);
            var known = await responder.Caller.Call(CallPolicy.Read, _ => grain.Registered(unknown), http.RequestAborted);
            outbox.Learn(known);
            var strangers = unknown.Except(known).Select(u => u.Value).ToHashSet(StringComparer.Ordinal);
            rejected.AddRange(
                accepted.Where(r => strangers.Contains(r.UnitId)).Select(r => new PositionRefusal(r.UnitId, "unknownReference")));
            accepted.RemoveAll(r => strangers.Contains(r.UnitId));
        }

        outbox.Take(accepted);
        await Answer(http, parsed.Value.Count - rejected.Count, rejected);
    }

    // A unit reports for itself only; a position with a time in the future would be the newest until that time.
    private static List<PositionReport> Filter(
        IReadOnlyList<PositionReport> reports, Actor actor, DateTimeOffset latest, List<PositionRefusal> rejected)
    {
        var accepted = new List<PositionReport>(reports.Count);
        foreach (var report in reports)
        {
            if (actor.UnitId is { } self && self.Value != report.UnitId)
                rejected.Add(new PositionRefusal(report.UnitId, "notYours"));
            else if (report.At > latest)
                rejected.Add(new PositionRefusal(report.UnitId, ProblemCodes.OccurredAtInFuture));
            else
                accepted.Add(report);
        }

        return accepted;
    }

    private static Task Answer(HttpContext http, int accepted, List<PositionRefusal> rejected)
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.ContentType = AnswerWriter.Json;
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("accepted", accepted);
            json.WriteStartArray("rejected");
            foreach (var refusal in rejected)
            {
                json.WriteStartObject();
                json.WriteString("unitId", refusal.UnitId);
                json.WriteString("code", refusal.Code);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        http.Response.ContentLength = buffer.WrittenCount;
        return http.Response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted).AsTask();
    }
}
