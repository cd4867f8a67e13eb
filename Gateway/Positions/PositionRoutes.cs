using System.Buffers;
using System.Text.Json;
using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Calling;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Limits;
using Tocsin.Live;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.SignIn;

namespace Tocsin.Positions;

/// <summary>Positions of units: <c>POST /api/v1/positions</c>. Telemetry: no key, no version, no event.</summary>
internal static class PositionRoutes
{
    private static readonly Field<UnitId> Unit = Field.Required("unitId", CommonKinds.Unit);
    private static readonly Field<double> Lat = Field.Required("lat", LocationKinds.Latitude);
    private static readonly Field<double> Lon = Field.Required("lon", LocationKinds.Longitude);
    private static readonly Field<DateTimeOffset> At = Field.Required("at", CommonKinds.Instant);
    private static readonly Field<double> Speed = Field.Optional("speed", new NumberKind(0, EdgeLimits.SpeedMax));
    private static readonly Field<double> Heading = Field.Optional("heading", new NumberKind(0, EdgeLimits.HeadingMax));

    private static readonly Kind<IReadOnlyList<PositionReport>> Batch = new ListKind<PositionReport>(
        new ObjectKind<PositionReport>(
            new Shape(Unit, Lat, Lon, At, Speed, Heading),
            v => new PositionReport(v.Get(Unit).Value, v.Get(Lat), v.Get(Lon), v.Get(At), v.Find(Speed), v.Find(Heading))),
        0,
        EdgeLimits.PositionsMax);

    /// <summary>Maps it.</summary>
    public static void MapPositions(this IEndpointRouteBuilder routes, Edge edge, LiveOutbox outbox) =>
        routes.MapRoute(HttpMethods.Post, Edge.BasePath + "/positions", http => Report(http, edge, outbox), new ApiRoute("Where units are; the newest at wins")
        {
            Tag = "Positions",
            Body = Batch.Schema,
            Answer = typeof(PositionsAnswer),
            Statuses = [202],
        }, Deed.ReportPositions);

    private static async Task Report(HttpContext http, Edge edge, LiveOutbox outbox)
    {
        var parsed = await RequestBody.Read(http, Batch, EdgeLimits.PositionsBodyBytesMax, mayBeEmpty: false, digested: false, new FieldErrors());
        if (parsed.Problem is { } problem)
        {
            await edge.Refuse(http, problem);
            return;
        }
        var rejected = new List<PositionRefusal>();
        var good = Sort(parsed.Value, Edge.ActorOf(http, Deed.ReportPositions), edge.Time.GetUtcNow() + EdgeLimits.AheadMax, rejected);
        if (outbox.Unknown(good) is { Count: > 0 } unknown)
        {
            var known = await edge.Caller.Call(CallPolicy.Read, _ => edge.Grains.GetGrain<ILiveGrain>(0).Registered(unknown), http.RequestAborted);
            outbox.Learn(known);
            var strangers = unknown.Except(known).Select(u => u.Value).ToHashSet(StringComparer.Ordinal);
            rejected.AddRange(good.Where(r => strangers.Contains(r.UnitId)).Select(r => new PositionRefusal(r.UnitId, "unknownReference")));
            good.RemoveAll(r => strangers.Contains(r.UnitId));
        }

        outbox.Take(good);
        await Answer(http, parsed.Value.Count - rejected.Count, rejected);
    }

    // A unit speaks for itself only; a clock that is ahead would hold its place until it is overtaken.
    private static List<PositionReport> Sort(IReadOnlyList<PositionReport> reports, Actor actor, DateTimeOffset latest, List<PositionRefusal> rejected)
    {
        var good = new List<PositionReport>(reports.Count);
        foreach (var report in reports)
        {
            if (actor.UnitId is { } self && self.Value != report.UnitId)
                rejected.Add(new PositionRefusal(report.UnitId, "notYours"));
            else if (report.At > latest)
                rejected.Add(new PositionRefusal(report.UnitId, ProblemCodes.OccurredAtInFuture));
            else
                good.Add(report);
        }

        return good;
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
