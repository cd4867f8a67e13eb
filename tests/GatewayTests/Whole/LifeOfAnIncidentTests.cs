using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>From the call to the trail, over HTTP, with a real silo behind.</summary>
[Collection(RealGateway.Name)]
public sealed class LifeOfAnIncidentTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_call_becomes_an_incident_and_is_followed_to_its_end()
    {
        var taker = await Gateway.As("callTaker");
        var dispatcher = await Gateway.As("dispatcher");
        var unit = await fixture.FreeUnit();
        var device = await Gateway.As("unit", unit: unit);

        var call = (await taker.Post("/calls", new { callerNumber = "13800000000", line = "110-1" })).Expect(201);
        Assert.Equal("ringing", call.String("status"));
        var callId = call.String("id");
        Assert.Equal("answered", (await taker.Post($"/calls/{callId}/answering", new { })).Expect(200).String("status"));
        (await taker.Patch($"/calls/{callId}", new { narrative = "a man fell" })).Expect(200);

        var made = (await taker.Post(
            "/incidents", new { callId, category = "rescue", priority = 1, location = new { lat = 36.53, lon = 113.05 } }))
            .Expect(201);
        var id = made.String("id");
        Assert.Equal("/api/v1/incidents/" + id, made.Header("Location"));
        Assert.Equal("\"" + made.Int("version") + "\"", made.Header("ETag"));
        Assert.Equal("disposed", (await taker.Get("/calls/" + callId)).Expect(200).String("status"));

        Assert.Equal(
            "assigned",
            (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { unit } })).Expect(200).String("status"));
        foreach (var (stage, status) in new[] { ("acknowledged", "assigned"), ("enRoute", "enRoute"), ("onScene", "onScene") })
            Assert.Equal(
                status, (await device.Post($"/incidents/{id}/assignments/{unit}/progress", new { stage })).Expect(200).String("status"));
        Assert.Equal("onScene", (await dispatcher.Get("/units/" + unit)).Expect(200).String("status"));
        (await device.Post($"/incidents/{id}/feedback", new { unitId = unit, outcome = "rescued", results = new { rescued = 1 } }))
            .Expect(200);
        (await device.Post($"/incidents/{id}/assignments/{unit}/progress", new { stage = "cleared" })).Expect(200);
        Assert.Equal(
            "closed", (await dispatcher.Post($"/incidents/{id}/closure", new { disposition = "settled" })).Expect(200).String("status"));
        (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { unit } })).Expect(409, "incidentClosed");
        Assert.Equal(
            "received", (await dispatcher.Post($"/incidents/{id}/reopening", new { reason = "again" })).Expect(200).String("status"));

        var trail = (await dispatcher.Get($"/incidents/{id}/trail?limit=200"))
            .Expect(200).Json.GetProperty("items")
            .EnumerateArray()
            .ToArray();
        Assert.Equal(
            [
                "IncidentCreated", "CallJoined", "UnitAssigned", "UnitAcknowledged", "UnitEnRoute", "UnitOnScene", "FeedbackGiven",
                "UnitCleared", "IncidentClosed", "IncidentReopened",
            ],
            trail.Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal(Enumerable.Range(1, trail.Length), trail.Select(e => e.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Anyone_can_check_a_chain_with_a_SHA_256_and_nothing_else()
    {
        var id = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        for (var i = 0; i < 5; i++)
            (await dispatcher.Post($"/incidents/{id}/notes", new { text = "警 " + i })).Expect(200);
        var previous = new byte[32];
        var (after, count) = ("0", 0);
        while (after is not null)
        {
            var page = (await dispatcher.Get($"/incidents/{id}/trail?after={after}&limit=4", ("Accept", "application/x-ndjson")))
                .Expect(200);
            foreach (var row in page.Text
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement))
            {
                previous = SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(row.GetProperty("line").GetString()!)]);
                Assert.Equal(Convert.ToHexStringLower(previous), row.GetProperty("hash").GetString());
                count++;
            }
            after = page.Header("Tocsin-Next");
        }
        Assert.Equal(6, count);
    }

    [Fact]
    public async Task A_repeat_is_answered_with_what_stands_and_says_so()
    {
        var dispatcher = await Gateway.As("dispatcher");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var body = new { category = "fire", priority = 1 };
        var first = (await dispatcher.Post("/incidents", body, key)).Expect(201);
        Assert.Null(first.Header("Idempotency-Replayed"));
        (await dispatcher.Post($"/incidents/{first.String("id")}/notes", new { text = "in between" })).Expect(200);
        var second = (await dispatcher.Post("/incidents", body, key)).Expect(201);
        Assert.Equal("true", second.Header("Idempotency-Replayed"));
        Assert.Equal(first.String("id"), second.String("id"));
        Assert.Equal(2, second.Int("version"));
        (await dispatcher.Post("/incidents", new { category = "fire", priority = 2 }, key)).Expect(422, "keyReused");
        var elsewhere = (await dispatcher.Post($"/incidents/{first.String("id")}/notes", new { text = "the same key elsewhere" }, key))
            .Expect(200);
        Assert.Null(elsewhere.Header("Idempotency-Replayed"));
        (await (await Gateway.As("dispatcher", "li")).Post("/incidents", body, key)).Expect(201);
    }

    [Fact]
    public async Task A_refused_command_is_decided_anew()
    {
        var (first, second) = (await fixture.Incident(), await fixture.Incident());
        var unit = await fixture.FreeUnit();
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/incidents/{first}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var refused = (await dispatcher.Post($"/incidents/{second}/assignments", new { unitIds = new[] { unit } }, key))
            .Expect(409, "unitBusy");
        var busy = Assert.Single(refused.Json.GetProperty("units").EnumerateArray());
        Assert.Equal(
            (unit, "busy", first),
            (busy.GetProperty("unitId").GetString(), busy.GetProperty("code").GetString(), busy.GetProperty("incidentId").GetString()));
        (await dispatcher.Post($"/incidents/{first}/assignments/{unit}/progress", new { stage = "cancelled" })).Expect(200);
        (await dispatcher.Post($"/incidents/{second}/assignments", new { unitIds = new[] { unit } }, key)).Expect(200);
    }

    [Fact]
    public async Task Any_takes_those_that_are_free_and_names_the_others()
    {
        var (first, second) = (await fixture.Incident(), await fixture.Incident());
        var (busy, free) = (await fixture.FreeUnit(), await fixture.FreeUnit());
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/incidents/{first}/assignments", new { unitIds = new[] { busy } })).Expect(200);
        (await dispatcher.Post($"/incidents/{second}/assignments", new { unitIds = new[] { busy, free } })).Expect(409, "unitBusy");
        var some = (await dispatcher.Post($"/incidents/{second}/assignments", new { unitIds = new[] { busy, free }, mode = "any" }))
            .Expect(200);
        Assert.Equal(free, Assert.Single(some.Json.GetProperty("assignments").EnumerateArray()).GetProperty("unitId").GetString());
        Assert.Equal(busy, Assert.Single(some.Json.GetProperty("refused").EnumerateArray()).GetProperty("unitId").GetString());
        (await dispatcher.Post($"/incidents/{second}/assignments", new { unitIds = new[] { busy }, mode = "any" })).Expect(409, "unitBusy");
        (await dispatcher.Post($"/incidents/{second}/assignments", new { unitIds = new[] { "ghost" } })).Expect(422, "unknownReference");
    }

    [Fact]
    public async Task A_diversion_answers_both_incidents()
    {
        var (from, to) = (await fixture.Incident(), await fixture.Incident());
        var unit = await fixture.FreeUnit();
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/incidents/{from}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        var both = (await dispatcher.Post($"/incidents/{from}/diversions", new { unitId = unit, toIncidentId = to, reason = "worse" }))
            .Expect(200);
        Assert.Equal(from, both.Json.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal(to, both.Json.GetProperty("to").GetProperty("id").GetString());
        Assert.Equal("diverted", both.Json.GetProperty("from").GetProperty("assignments")[0].GetProperty("stage").GetString());
        Assert.Equal(to, (await dispatcher.Get("/units/" + unit)).String("incidentId"));
    }

    [Fact]
    public async Task If_Match_holds_a_command_back_and_If_None_Match_saves_an_answer()
    {
        var id = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Patch("/incidents/" + id, new { priority = 1 }, ("If-Match", "\"7\""))).Expect(412, "versionMismatch");
        var changed = (await dispatcher.Patch("/incidents/" + id, new { priority = 1 }, ("If-Match", "\"1\""))).Expect(200);
        Assert.Equal("\"2\"", changed.Header("ETag"));
        (await dispatcher.Get("/incidents/" + id, ("If-None-Match", "\"2\""))).Expect(304);
        (await dispatcher.Get("/incidents/" + id, ("If-None-Match", "\"1\""))).Expect(200);
    }

    [Fact]
    public async Task Late_and_negative_times_stand_and_future_ones_are_refused()
    {
        var id = await fixture.Incident();
        var unit = await fixture.FreeUnit();
        var dispatcher = await Gateway.As("dispatcher");
        var path = $"/incidents/{id}/assignments/{unit}/progress";
        var now = DateTimeOffset.UtcNow;
        (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        (await dispatcher.Post(path, new { stage = "onScene", assignment = 1, occurredAt = now.AddMinutes(-30) })).Expect(200);
        var late = (await dispatcher.Post(path, new { stage = "enRoute", assignment = 1, occurredAt = now.AddMinutes(-20) })).Expect(200);
        var assignment = late.Json.GetProperty("assignments")[0];
        Assert.Equal("onScene", assignment.GetProperty("stage").GetString());
        Assert.True(assignment.GetProperty("enRouteAt").GetDateTimeOffset() > assignment.GetProperty("onSceneAt").GetDateTimeOffset());
        (await dispatcher.Post(path, new { stage = "acknowledged", occurredAt = now.AddSeconds(60) })).Expect(422, "occurredAtInFuture");
        (await dispatcher.Post(path, new { stage = "declined" })).Expect(403, "forbidden");
        (await (await Gateway.As("supervisor")).Post(path, new { stage = "declined" })).Expect(409, "wrongStage");
    }

    [Fact]
    public async Task Lists_go_on_where_they_stopped()
    {
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
            made.Add(await fixture.Incident("paging"));
        var station = await Gateway.As("station", station: "paging");
        var seen = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = (await station.Get("/incidents?limit=2" + (next.Length > 0 ? "&cursor=" + next : ""))).Expect(200);
            seen.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = page.Json.GetProperty("next").GetString();
        }
        Assert.Equal(made.AsEnumerable().Reverse(), seen);
        (await station.Get("/incidents?cursor=nonsense!")).Expect(400, "invalid");
    }

    [Fact]
    public async Task Unknown_ids_in_the_path_are_not_found_and_in_the_body_unknown()
    {
        var dispatcher = await Gateway.As("dispatcher");
        foreach (var path in new[]
        {
            "/incidents/nobody",
            "/calls/nobody",
            "/units/nobody",
            "/incidents/nobody/trail",
            "/incidents/nobody/recommendations",
        })
        {
            (await dispatcher.Get(path)).Expect(404, "notFound");
        }

        (await dispatcher.Post("/incidents/nobody/notes", new { text = "x" })).Expect(404, "notFound");
        (await dispatcher.Post("/units/nobody/duty", new { onDuty = true })).Expect(404, "notFound");
        (await dispatcher.Post("/incidents", new { category = "x", priority = 1, callId = "nobody" })).Expect(422, "unknownReference");
        (await dispatcher.Post($"/incidents/{await fixture.Incident()}/links", new { incidentId = "nobody", relation = "relatedTo" }))
            .Expect(422, "unknownReference");
    }

    [Fact]
    public async Task A_report_and_recommendations_answer()
    {
        var id = await fixture.Incident();
        await fixture.FreeUnit();
        var dispatcher = await Gateway.As("dispatcher");
        var best = (await dispatcher.Get($"/incidents/{id}/recommendations?count=1")).Expect(200).Json[0];
        Assert.True(best.GetProperty("etaSeconds").GetInt32() >= 0);
        Assert.NotEmpty(best.GetProperty("reasons").EnumerateArray());
        var nowhere = (await dispatcher.Post("/incidents", new { category = "x", priority = 4 })).Expect(201).String("id");
        (await dispatcher.Get($"/incidents/{nowhere}/recommendations")).Expect(422, "locationUnknown");
        var (from, to) = (
            DateTimeOffset.UtcNow.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
            DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        var report = (await (await Gateway.As("auditor")).Get($"/reports/response-times?from={from}&to={to}&groupBy=priority")).Expect(200);
        Assert.Equal("priority", report.String("groupBy"));
        Assert.True(report.Json.GetProperty("total").GetProperty("incidents").GetInt32() > 0);
    }
}
