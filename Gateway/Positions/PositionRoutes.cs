using System.Buffers;
using System.Text.Json;
using Tocsin.Answers;
using Tocsin.Calling;
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
    private static readonly IReadOnlySet<string> NoStrangers = new HashSet<string>();

    private static readonly JsonType<IReadOnlyList<PositionRow>> Batch = new ListType<PositionRow>(
        new PositionRowType(), 0, GatewayLimits.PositionsMax, name: "ReportPositions");

    private static readonly ApiOperation Operation = new(
        "reportPositions",
        "Report positions of units",
        """
        Up to 1,000 positions of any units, 1 MiB at most; of each unit the newest `at` wins. Every row is judged alone, and one that is not
        taken is named in `rejected`: `invalid` (`unitId`, `at`, `lat` or `lon` missing or of a wrong type), `notYours` (a unit reports for
        itself only), `unknownReference` (the unit is not registered), `outOfRange` (outside the earth), `noFix` (`valid` is false, or
        exactly 0, 0), `occurredAtInFuture` (more than 5 min ahead; up to there it is taken as now), `outdated` (more than 10 min ago, or
        as `Tocsin:Positions:MaxAge` says: kept in the track, does not move the unit), `implausible` (faster than 100 m/s, or
        `Tocsin:Positions:MaxSpeed`, from its last good position of less than 10 min before; a second one that agrees makes both good).
        Unknown members of a row are ignored. Only a body that is no list of objects, or too long, is refused as a whole. Positions are
        telemetry: they are not events, and `Idempotency-Key` is ignored.
        """)
    {
        Tag = "Positions",
        Body = Batch,
        Answer = ApiAnswer.Of(() => new PositionsAnswer(1, [new PositionRefusal("P99", PositionCodes.UnknownReference)])),
        Statuses = [202],
    };

    /// <summary>Maps it.</summary>
    public static void MapPositions(
        this IEndpointRouteBuilder routes, Responder responder, LiveOutbox outbox, PositionJudge judge) => routes.MapOperation(
        HttpMethods.Post,
        ApiOperation.BasePath + "/positions",
        http => Report(http, responder, outbox, judge),
        Operation,
        Permission.ReportPositions);

    private static async Task Report(HttpContext http, Responder responder, LiveOutbox outbox, PositionJudge judge)
    {
        var parsed = await RequestBody.Read(
            http, Batch, GatewayLimits.PositionsBodyBytesMax, mayBeEmpty: false, digested: false, new FieldErrors());
        if (parsed.Problem is { } problem)
        {
            await responder.Refuse(http, problem);
            return;
        }

        var self = Responder.ActorOf(http, Permission.ReportPositions).UnitId?.Value;
        var strangers = await Strangers(http, responder, outbox, parsed.Value, self);
        var judged = judge.Judge(parsed.Value, self, strangers);
        outbox.Take(judged.Good, judged.Outdated, judged.Refused);
        await Answer(http, judged);
    }

    // The units that are not registered; which are, is remembered.
    private static async Task<IReadOnlySet<string>> Strangers(
        HttpContext http, Responder responder, LiveOutbox outbox, IReadOnlyList<PositionRow> rows, string? self)
    {
        // A unit may report for no other: nobody asks about those.
        var units = rows.Where(row => row.HasUnit && (self is null || self == row.UnitId)).Select(row => row.UnitId!);
        if (outbox.Unknown(units) is not { Count: > 0 } unknown)
            return NoStrangers;
        var grain = responder.Grains.GetGrain<ILiveGrain>(0);
        var known = await responder.Caller.Call(CallPolicy.Read, _ => grain.Registered(unknown), http.RequestAborted);
        outbox.Learn(known);
        return unknown.Except(known).Select(u => u.Value).ToHashSet(StringComparer.Ordinal);
    }

    private static Task Answer(HttpContext http, JudgedPositions judged)
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.ContentType = AnswerWriter.Json;
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("accepted", judged.Accepted);
            json.WriteStartArray("rejected");
            foreach (var refusal in judged.Rejected)
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
