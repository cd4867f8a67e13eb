using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Several bodies work on an incident together, over HTTP: opened with tasks, changed, closed with what came of it.</summary>
[Collection(RealGateway.Name)]
public sealed class OperationTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_murder_is_looked_into_by_the_analysts_and_a_station()
    {
        var (intel, guhan, siting) = (await BodyAsync(), await StationAsync(), await StationAsync());
        var incident = await fixture.Incident();
        var (taker, dispatcher) = (await Gateway.As("callTaker", "ct"), await Gateway.As("dispatcher", "di"));
        var supervisor = await Gateway.As("supervisor", "su");
        object[] tasks =
        [
            new { to = new { station = intel }, kind = "assess", text = "研判号码与前科", limits = new { sign = 2, report = 60 } },
            new { to = new { station = guhan }, kind = "video", text = "调取转盘路视频" },
        ];
        var body = new { purpose = "锁定报警人", lead = (string?)null, bodies = new[] { intel }, tasks };
        (await taker.Post($"/incidents/{incident}/operation", body)).Expect(403, "forbidden");
        var opened = (await dispatcher.Post($"/incidents/{incident}/operation", body)).Expect(200);
        var operation = opened.Json.GetProperty("operation");
        Assert.Equal(
            ["purpose", "lead", "bodies", "openedAt", "openedBy", "closedAt", "outcome", "results", "note"],
            operation.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("锁定报警人", "di"), (Text(operation, "purpose"), Text(operation, "openedBy")));
        Assert.Equal([intel, guhan], operation.GetProperty("bodies").EnumerateArray().Select(b => b.GetString()));
        var now = DateTimeOffset.UtcNow;
        Assert.InRange(operation.GetProperty("openedAt").GetDateTimeOffset(), now.AddSeconds(-10), now);
        Assert.Equal(2, opened.Json.GetProperty("directives").GetArrayLength());
        Assert.Equal("open", (await dispatcher.Post($"/incidents/{incident}/operation", body)).Expect(409, "wrongStage").String("stage"));

        // Who takes part sees the incident, and its own task.
        var analysts = await Gateway.As("station", "0417", station: intel);
        (await analysts.Get("/incidents/" + incident)).Expect(200);
        Assert.Contains(incident, Ids((await analysts.Get("/incidents")).Expect(200)));
        (await (await Gateway.As("station", station: siting)).Get("/incidents/" + incident)).Expect(403, "notYours");
        var told = (await analysts.Get("/directives?incidentId=" + incident)).Expect(200).Json.GetProperty("items").EnumerateArray()
            .OrderBy(d => Text(d, "kind")).ToList();
        Assert.Equal([("assess", "研判号码与前科"), ("video", null)], told.Select(d => (Text(d, "kind"), Text(d, "text"))));
        Assert.Equal((guhan, "issued"), (Text(told[1].GetProperty("to"), "station"), Text(told[1], "status")));
        var d1 = Text(told[0], "id")!;
        Assert.Equal([d1], Ids((await analysts.Get("/directives")).Expect(200)));
        (await analysts.Get("/directives/" + Text(told[1], "id"))).Expect(403, "notYours");
        (await analysts.Post($"/directives/{d1}/signing", new { by = "0417" })).Expect(200);
        (await analysts.Post($"/directives/{d1}/reports", new { outcome = "有前科,隐瞒行李箱", narrative = "建议深挖" })).Expect(200);
        (await supervisor.Post($"/directives/{d1}/conclusion", new { outcome = "采用" })).Expect(200);

        // The video is still looked for.
        var path = $"/incidents/{incident}/operation/closure";
        (await dispatcher.Post(path, new { outcome = "supported" })).Expect(403, "forbidden");
        (await supervisor.Post(path, new { outcome = "supported", results = new { } })).Expect(409, "directivesOpen");
        var closed = (await supervisor.Post(path, new { outcome = "supported", results = new { }, withdraw = true, note = "人已找到" }))
            .Expect(200);
        operation = closed.Json.GetProperty("operation");
        Assert.Equal(("supported", "人已找到"), (Text(operation, "outcome"), Text(operation, "note")));
        Assert.Equal(
            ["withdrawn", "concluded"], closed.Json.GetProperty("directives").EnumerateArray().Select(d => Text(d, "status")));
        (await supervisor.Post(path, new { outcome = "supported" })).Expect(409, "wrongStage");

        // The analysts still have their directive; the station had only one that was withdrawn.
        (await analysts.Get("/incidents/" + incident)).Expect(200);
        (await (await Gateway.As("station", station: guhan)).Get("/incidents/" + incident)).Expect(403, "notYours");
        (await dispatcher.Post($"/incidents/{incident}/operation", new { purpose = "行李箱" })).Expect(200);
    }

    [Fact]
    public async Task Money_is_stopped_and_its_timeline_tells_it_in_order()
    {
        var (antifraud, guhan) = (await BodyAsync(), await StationAsync());
        var (taker, dispatcher) = (await Gateway.As("callTaker", "ct"), await Gateway.As("dispatcher", "di"));
        var supervisor = await Gateway.As("supervisor", "su");
        var call = (await taker.Post("/calls", new { callerNumber = "13900000705", answeredAt = DateTimeOffset.UtcNow })).Expect(201)
            .String("id");
        var incident = (await taker.Post(
            "/incidents",
            new { callId = call, category = "电信诈骗", priority = 1, location = new { lat = 36.535, lon = 113.051, address = "城内" } }))
            .Expect(201).String("id");
        (await taker.Post(
            $"/incidents/{incident}/parties", new { kind = "account", role = "suspect", account = "6222020000000000001" })).Expect(200);
        object[] tasks =
        [
            new
            {
                to = new { station = antifraud }, kind = "freeze", text = "核查并止付", parties = new[] { 1 },
                limits = new { sign = 60, report = 600 },
            },
            new { to = new { station = guhan }, kind = "dissuade", text = "见面劝阻", limits = new { sign = 60 } },
        ];
        (await supervisor.Post(
            $"/incidents/{incident}/operation", new { purpose = "止付劝阻", bodies = new[] { antifraud }, tasks })).Expect(200);
        var desk = await Gateway.As("station", station: antifraud);
        var freeze = Assert.Single(Ids((await desk.Get("/directives")).Expect(200)));
        (await desk.Post($"/directives/{freeze}/signing", "{}")).Expect(200);
        (await desk.Post($"/directives/{freeze}/reports", new { outcome = "涉诈账户,已止付" })).Expect(200);
        var told = (await dispatcher.Get($"/incidents/{incident}/timeline?limit=200")).Expect(200).Json.GetProperty("items")
            .EnumerateArray().ToList();
        Assert.Equal(
            [
                "IncidentCreated", "PartyAdded", "OperationOpened", "DirectiveIssued", "DirectiveIssued", "DirectiveSigned",
                "DirectiveReported",
            ],
            told.Where(e => !Text(e, "stream")!.StartsWith("call/", StringComparison.Ordinal)).Select(e => Text(e, "kind")));
        var other = await Gateway.As("station", station: guhan);
        var dissuade = Assert.Single(Ids((await other.Get("/directives")).Expect(200)));
        (await other.Post($"/directives/{dissuade}/reports", new { outcome = "劝阻成功" })).Expect(200);
        var closed = (await supervisor.Post(
            $"/incidents/{incident}/operation/closure", new { outcome = "supported", results = new { lossPrevented = 5000 } })).Expect(200);
        Assert.Equal(
            5000, closed.Json.GetProperty("operation").GetProperty("results").GetProperty("lossPrevented").GetDouble());
        Assert.All(closed.Json.GetProperty("directives").EnumerateArray(), d => Assert.Equal("concluded", Text(d, "status")));
        Assert.Equal("涉诈账户,已止付", (await desk.Get("/directives/" + freeze)).Expect(200).String("outcome"));
    }

    [Fact]
    public async Task A_station_that_is_told_to_handle_it_sends_its_unit_whose_feedback_is_the_tasks_report()
    {
        var (antifraud, guhan, siting) = (await BodyAsync(), await StationAsync(), await StationAsync());
        var (p01, p21) = (await fixture.FreeUnit(guhan), await fixture.FreeUnit(siting));
        var (taker, supervisor) = (await Gateway.As("callTaker", "ct"), await Gateway.As("supervisor", "su"));
        var call = (await taker.Post("/calls", new { callerNumber = "13900000706", answeredAt = DateTimeOffset.UtcNow })).Expect(201)
            .String("id");
        var incident = (await taker.Post("/incidents", new { callId = call, category = "电信诈骗", priority = 1 })).Expect(201).String("id");
        object[] tasks =
        [
            new { to = new { station = antifraud }, kind = "freeze", text = "核查并止付", limits = new { sign = 60, report = 600 } },
            new
            {
                to = new { station = guhan }, kind = "handle", text = "见面劝阻", limits = new { sign = 30, send = 60, report = 600 },
            },
        ];
        var opened = (await supervisor.Post($"/incidents/{incident}/operation", new { purpose = "止付劝阻", tasks })).Expect(200);
        Assert.Equal(("assigned", null), (opened.String("status"), Text(opened.Json, "unattendedSince")));
        Assert.Equal(
            "met", Text(opened.Json.GetProperty("clocks").EnumerateArray().Single(c => Text(c, "stage") == "assign"), "state"));

        var (analysts, desk) = (await Gateway.As("station", station: antifraud), await Gateway.As("station", station: guhan));
        var freeze = Assert.Single(Ids((await analysts.Get("/directives")).Expect(200)));
        (await analysts.Post($"/directives/{freeze}/signing", "{}")).Expect(200);
        (await analysts.Post($"/directives/{freeze}/reports", new { outcome = "涉诈账户,已止付" })).Expect(200);
        var handle = Assert.Single(Ids((await desk.Get("/directives")).Expect(200)));
        (await desk.Post($"/directives/{handle}/sending", new { unitIds = new[] { p21 } })).Expect(403, "notYours");
        var sent = (await desk.Post($"/directives/{handle}/sending", new { unitIds = new[] { p01 } })).Expect(200);
        Assert.Equal("signed", sent.String("status"));
        var assignment = Assert.Single(
            (await supervisor.Get("/incidents/" + incident)).Expect(200).Json.GetProperty("assignments").EnumerateArray());
        Assert.Equal((p01, handle), (Text(assignment, "unitId"), Text(assignment, "directiveId")));

        var unit = await Gateway.As("unit", unit: p01);
        foreach (var stage in new[] { "acknowledged", "enRoute", "onScene" })
            (await unit.Post($"/incidents/{incident}/assignments/{p01}/progress", new { stage })).Expect(200);
        (await unit.Post(
            $"/incidents/{incident}/feedback", new { unitId = p01, outcome = "劝阻成功", results = new { lossPrevented = 5000 } }))
            .Expect(200);
        Assert.Equal("reported", (await desk.Get("/directives/" + handle)).Expect(200).String("status"));
        Assert.False((await taker.Post($"/calls/{call}/ending", "{}")).Expect(200).Json.GetProperty("talking").GetBoolean());

        (await supervisor.Post($"/directives/{freeze}/conclusion", new { outcome = "采用" })).Expect(200);
        var closed = (await supervisor.Post($"/incidents/{incident}/operation/closure", new { outcome = "supported" })).Expect(200);
        Assert.All(closed.Json.GetProperty("directives").EnumerateArray(), d => Assert.Equal("concluded", Text(d, "status")));
        var over = (await supervisor.Post($"/incidents/{incident}/closure", new { disposition = "劝阻成功" })).Expect(200);
        Assert.True(over.Json.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Of_two_openings_at_once_one_is_done_with_all_its_tasks_and_the_other_not_at_all()
    {
        var station = await StationAsync();
        var (first, second) = (await Gateway.As("dispatcher", "one"), await Gateway.As("supervisor", "two"));
        for (var i = 0; i < 10; i++)
        {
            var incident = await fixture.Incident();
            var replies = await Task.WhenAll(new[] { first, second }.Select(person => person.Post(
                $"/incidents/{incident}/operation",
                new
                {
                    purpose = "together",
                    tasks = new[] { "verify", "video" }.Select(kind => new { to = new { station }, kind, text = "核查" }),
                })));
            Assert.Equal([200, 409], replies.Select(r => r.Status).Order());
            Assert.Equal("wrongStage", replies.Single(r => r.Status == 409).String("code"));
            var kinds = (await first.Get($"/incidents/{incident}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray()
                .Select(e => Text(e, "kind"));
            Assert.Equal(["IncidentCreated", "OperationOpened", "DirectiveAttached", "DirectiveAttached"], kinds);
            Assert.Equal(2, Ids((await first.Get("/directives?incidentId=" + incident)).Expect(200)).Count);
        }
    }

    [Fact]
    public async Task The_same_key_again_issues_nothing_twice()
    {
        var (station, incident) = (await StationAsync(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        var body = new { purpose = "together", tasks = new[] { new { to = new { station }, kind = "verify", text = "核查" } } };
        var path = $"/incidents/{incident}/operation";
        var first = (await dispatcher.Post(path, body, ("Idempotency-Key", "op-1"))).Expect(200);
        Assert.Equal(first.Int("version"), (await dispatcher.Post(path, body, ("Idempotency-Key", "op-1"))).Expect(200).Int("version"));
        Assert.Single(Ids((await dispatcher.Get("/directives?incidentId=" + incident)).Expect(200)));
    }

    [Fact]
    public async Task Bodies_join_and_leave_and_see_the_incident_while_they_take_part()
    {
        var (lead, joins, incident) = (await BodyAsync(), await StationAsync(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        var path = $"/incidents/{incident}/operation/bodies";
        (await dispatcher.Post(path, new { add = new[] { joins } })).Expect(409, "wrongStage");
        (await dispatcher.Post($"/incidents/{incident}/operation", new { purpose = "together", lead })).Expect(200);
        var (first, second) = (await Gateway.As("station", station: lead), await Gateway.As("station", station: joins));
        (await first.Get("/incidents/" + incident)).Expect(200);
        (await second.Get("/incidents/" + incident)).Expect(403, "notYours");
        (await dispatcher.Post(path, new { add = new[] { joins } })).Expect(200);
        (await second.Get("/incidents/" + incident)).Expect(200);
        Assert.Contains(incident, (await second.Get("/board")).Expect(200).Json.GetProperty("incidents").EnumerateArray()
            .Select(i => Text(i, "id")));
        Assert.Contains(incident, Ids((await second.Get("/incidents")).Expect(200)));
        var version = (await dispatcher.Post(path, new { add = new[] { joins } })).Expect(200).Int("version");
        Assert.Equal(version + 1, (await dispatcher.Post(path, new { remove = new[] { joins, "nobody" } })).Expect(200).Int("version"));
        (await second.Get("/incidents/" + incident)).Expect(403, "notYours");
        (await (await Gateway.As("callTaker")).Post(path, new { add = new[] { joins } })).Expect(403, "forbidden");
        (await first.Post(path, new { add = new[] { joins } })).Expect(403, "forbidden");
    }

    [Theory]
    [InlineData("operation", "{}", 400, "purpose required")]
    [InlineData("operation", """{"purpose":"x","bodies":["a","a"]}""", 400, "bodies[1] duplicate")]
    [InlineData("operation", """{"purpose":"x","lead":"nobody"}""", 422, "lead unknownReference")]
    [InlineData("operation", """{"purpose":"x","bodies":["nobody"]}""", 422, "bodies[0] unknownReference")]
    [InlineData("operation", """{"purpose":"x","tasks":[{"to":{"station":"nobody"},"kind":"verify","text":"x"}]}""", 422,
        "tasks[0].to.station unknownReference")]
    [InlineData("operation", """{"purpose":"x","tasks":[{"kind":"verify","text":"x"}]}""", 400, "tasks[0].to required")]
    [InlineData("operation", """{"purpose":"x","tasks":[{"to":{"subject":"li"},"kind":"post","text":"x"}]}""", 400,
        "tasks[0].kind notInList")]
    [InlineData("operation", """{"purpose":"x","tasks":[{"to":{"subject":"li"},"kind":"lookOut","text":"x"}]}""", 400,
        "tasks[0].validUntil required")]
    [InlineData("operation", """{"purpose":"x","tasks":[{"to":{"subject":"li"},"kind":"verify","text":"x","incidentId":"i1"}]}""", 400,
        "tasks[0].incidentId unknownField")]
    [InlineData("operation", """{"purpose":"x","tasks":[{"to":{"subject":"li"},"kind":"verify","text":"x","parties":[1]}]}""", 422,
        "tasks[0].parties[0] unknownReference")]
    [InlineData("operation/bodies", """{"add":["a"],"remove":["a"]}""", 400, "remove[0] duplicate")]
    [InlineData("operation/closure", "{}", 400, "outcome required")]
    [InlineData("operation/closure", """{"outcome":"won"}""", 400, "outcome notInList")]
    public async Task What_is_impossible_is_refused_and_named(string path, string body, int status, string error)
    {
        var incident = await fixture.Incident();
        Assert.Equal([error], (await (await Gateway.As("supervisor")).Post($"/incidents/{incident}/{path}", body)).Expect(status).Errors);
    }

    [Fact]
    public async Task There_are_at_most_twenty_tasks()
    {
        var (station, incident) = (await StationAsync(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        object Body(int count) => new
        {
            purpose = "x",
            tasks = Enumerable.Range(0, count).Select(_ => new { to = new { station }, kind = "verify", text = "x" }),
        };
        var path = $"/incidents/{incident}/operation";
        Assert.Equal(["tasks tooMany"], (await dispatcher.Post(path, Body(21))).Expect(400, "invalid").Errors);
        var opened = (await dispatcher.Post(path, Body(20))).Expect(200);
        Assert.Equal(20, opened.Json.GetProperty("directives").GetArrayLength());
    }

    [Fact]
    public async Task A_closed_incident_opens_none()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/operation", new { purpose = "x" })).Expect(409, "incidentClosed");
        (await dispatcher.Post("/incidents/nobody/operation", new { purpose = "x" })).Expect(404, "notFound");
    }

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static List<string> Ids(Reply page) =>
        [.. page.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];

    private Task<string> BodyAsync() => PutAsync("body");

    private Task<string> StationAsync() => PutAsync("station");

    private async Task<string> PutAsync(string kind)
    {
        var station = fixture.Fresh("O");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station, kind })).Expect(201);
        return station;
    }
}
