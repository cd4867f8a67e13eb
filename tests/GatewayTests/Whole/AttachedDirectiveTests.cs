using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Directives that hang on an incident or a call, over HTTP: what those show of them, and who may read them by it.</summary>
[Collection(RealGateway.Name)]
public sealed class AttachedDirectiveTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task The_incident_shows_its_directives_as_they_are_signed_for_reported_on_and_concluded()
    {
        var (station, incident) = (await StationAsync(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        var desk = await Gateway.As("station", "desk", station: station);
        (await desk.Get("/incidents/" + incident)).Expect(403, "notYours");
        var id = await IssueAsync(dispatcher, station, "verify", new { incidentId = incident });
        Assert.Equal($"verify {station} issued False", Shown((await desk.Get("/incidents/" + incident)).Expect(200)));
        Assert.Equal(incident, (await desk.Get("/directives/" + id)).Expect(200).String("incidentId"));
        Assert.Equal([id], Ids((await dispatcher.Get("/directives?incidentId=" + incident)).Expect(200)));
        Assert.Contains(incident, Ids((await desk.Get("/incidents")).Expect(200)));
        Assert.Contains(incident, (await desk.Get("/board")).Expect(200).Json.GetProperty("incidents").EnumerateArray()
            .Select(i => i.GetProperty("id").GetString()));

        (await desk.Post($"/directives/{id}/signing", "{}")).Expect(200);
        Assert.Equal($"verify {station} signed False", Shown((await desk.Get("/incidents/" + incident)).Expect(200)));
        (await desk.Post($"/directives/{id}/reports", new { outcome = "found" })).Expect(200);
        (await dispatcher.Post($"/directives/{id}/return", new { reason = "no place" })).Expect(200);
        Assert.Equal($"verify {station} signed True", Shown((await dispatcher.Get("/incidents/" + incident)).Expect(200)));
        (await desk.Post($"/directives/{id}/reports", new { outcome = "found" })).Expect(200);
        (await dispatcher.Post($"/directives/{id}/conclusion", new { outcome = "good" })).Expect(200);
        Assert.Equal($"verify {station} concluded False", Shown((await desk.Get("/incidents/" + incident)).Expect(200)));
        Assert.Equal(
            [
                "IncidentCreated", "DirectiveAttached", "DirectiveMoved", "DirectiveMoved", "DirectiveMoved", "DirectiveMoved",
                "DirectiveMoved",
            ],
            await KindsAsync(desk, "/incidents/" + incident));
    }

    [Fact]
    public async Task One_that_nobody_signs_for_is_late_on_its_incident_too()
    {
        var (station, incident) = (await StationAsync(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        await IssueAsync(dispatcher, station, "verify", new { incidentId = incident, limits = new { sign = 1 } });
        await Until.HoldsAsync(
            "it is late",
            async () => Shown((await dispatcher.Get("/incidents/" + incident)).Expect(200)) == $"verify {station} issued True");
    }

    [Fact]
    public async Task From_a_question_on_the_telephone_a_station_is_sent_to_dissuade()
    {
        var (guhan, siting) = (await StationAsync(), await StationAsync());
        var (taker, supervisor) = (await Gateway.As("callTaker", "ct"), await Gateway.As("supervisor", "su"));
        var (first, second) = (await Gateway.As("station", station: guhan), await Gateway.As("station", station: siting));
        var call = (await taker.Post("/calls", new { callerNumber = "13900001210", answeredAt = DateTimeOffset.UtcNow })).Expect(201)
            .String("id");
        (await taker.Post($"/calls/{call}/disposition", new { kind = "inquiry", note = "红包需解冻金5000元" })).Expect(200);
        (await first.Get("/calls/" + call)).Expect(403, "notYours");
        (await first.Get($"/calls/{call}/trail")).Expect(403, "notYours");
        var more = new { callId = call, limits = new { sign = 1, report = 4 }, autoConclude = true };
        var d = await IssueAsync(taker, guhan, "dissuade", more);
        var unit = await Gateway.As("unit", unit: await fixture.FreeUnit(guhan));
        (await unit.Post("/directives", Body(guhan, "dissuade", more))).Expect(403, "forbidden");
        (await taker.Post("/directives", Body(guhan, "rectify", more))).Expect(403, "forbidden");
        Assert.Equal("13900001210", (await first.Get("/calls/" + call)).Expect(200).String("callerNumber"));
        Assert.Contains("DirectiveAttached", await KindsAsync(first, "/calls/" + call));
        (await second.Get("/calls/" + call)).Expect(403, "notYours");
        (await first.Get("/calls")).Expect(403, "forbidden");
        (await first.Get("/calls/nobody")).Expect(404, "notFound");

        await Until.HoldsAsync("it is late", async () => await LateAsync(supervisor, d, "overdue"));
        Assert.True(await LateAsync(first, d, "overdue"));
        Assert.False(await LateAsync(second, d, "overdue"));
        (await supervisor.Post($"/directives/{d}/urging", new { reason = "立即签收" })).Expect(200);
        (await first.Post($"/directives/{d}/refusal", new { reason = "不在辖区" })).Expect(200);
        await Until.HoldsAsync("it came back", async () => await LateAsync(supervisor, d, "refused"));
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post("/directives", Body(siting, "dissuade", new { replaces = d }))).Expect(409, "wrongStage");
        var e = await IssueAsync(dispatcher, siting, "dissuade", new { callId = call, replaces = d, autoConclude = true });
        await Until.HoldsAsync("it is dealt with", async () => !await LateAsync(supervisor, d, "refused"));
        (await first.Post($"/directives/{e}/signing", "{}")).Expect(403, "notYours");
        (await second.Post($"/directives/{e}/signing", "{}")).Expect(200);
        var done = (await second.Post(
            $"/directives/{e}/reports", new { outcome = "已当面劝阻", narrative = "钓鱼平台", results = new { lossPrevented = 5000 } }))
            .Expect(200);
        Assert.Equal(("concluded", call), (done.String("status"), done.String("callId")));
        (await second.Get("/calls/" + call)).Expect(200);
    }

    [Fact]
    public async Task Of_a_refusal_and_a_signature_at_once_the_incident_shows_the_one_that_was_done()
    {
        var station = await StationAsync();
        var dispatcher = await Gateway.As("dispatcher");
        var desk = await Gateway.As("station", station: station);
        for (var i = 0; i < 20; i++)
        {
            var incident = await fixture.Incident();
            var id = await IssueAsync(dispatcher, station, "verify", new { incidentId = incident });
            var replies = await Task.WhenAll(
                desk.Post($"/directives/{id}/refusal", new { reason = "r" }), desk.Post($"/directives/{id}/signing", "{}"));
            Assert.Equal([200, 409], replies.Select(r => r.Status).Order());
            var status = replies.Single(r => r.Status == 200).String("status");
            Assert.Equal(
                $"verify {station} {status} {status == "refused"}", Shown((await dispatcher.Get("/incidents/" + incident)).Expect(200)));
            Assert.Equal(
                ["IncidentCreated", "DirectiveAttached", "DirectiveMoved"], await KindsAsync(dispatcher, "/incidents/" + incident));
        }
    }

    [Fact]
    public async Task A_follow_up_on_a_closed_incident_is_reported_on_until_one_report_is_final()
    {
        var (station, incident) = (await StationAsync(), await fixture.Incident());
        var (supervisor, dispatcher) = (await Gateway.As("supervisor"), await Gateway.As("dispatcher"));
        (await dispatcher.Post($"/incidents/{incident}/feedback", new { unitId = (string?)null, outcome = "settled" })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        var at = DateTimeOffset.UtcNow;
        (await supervisor.Post("/directives", Body(station, "assist", new { incidentId = incident }))).Expect(409, "incidentClosed");
        (await supervisor.Post("/directives", Body(station, "lookOut", new { incidentId = incident, validUntil = at.AddHours(1) })))
            .Expect(409, "incidentClosed");
        (await supervisor.Post("/directives", Body(station, "followUp", new { incidentId = incident, nextAt = at.AddSeconds(-9) })))
            .Expect(400, "invalid");
        var f = await IssueAsync(
            supervisor,
            station,
            "followUp",
            new { incidentId = incident, nextAt = at.AddSeconds(1.5), limits = new { finish = 2_592_000 } });
        var desk = await Gateway.As("station", station: station);
        await Until.HoldsAsync("it is late", async () => await LateAsync(desk, f, "overdue"));
        (await desk.Post($"/directives/{f}/reports", new { outcome = "稳定", final = false })).Expect(400, "invalid");
        var noted = (await desk.Post($"/directives/{f}/reports", new { outcome = "稳定", final = false, nextAt = at.AddMinutes(9) }))
            .Expect(200);
        Assert.Equal("signed", noted.String("status"));
        Assert.Equal("reported", (await desk.Post($"/directives/{f}/reports", new { outcome = "已出院" })).Expect(200).String("status"));
        (await supervisor.Post($"/directives/{f}/conclusion", new { outcome = "resolved" })).Expect(200);
        Assert.Equal($"followUp {station} concluded False", Shown((await desk.Get("/incidents/" + incident)).Expect(200)));
    }

    [Fact]
    public async Task A_transfer_goes_to_a_body_and_is_signed_for_with_a_receipt()
    {
        var (station, incident) = (await StationAsync(), await fixture.Incident());
        var body = fixture.Fresh("B");
        (await (await Gateway.As("admin")).Put("/stations/" + body, new { name = "兰州铁路公安", kind = "body", external = true })).Expect(201);
        var (supervisor, dispatcher) = (await Gateway.As("supervisor"), await Gateway.As("dispatcher"));
        var wrong = (await supervisor.Post("/directives", Body(station, "transfer", new { incidentId = incident })))
            .Expect(422, "unknownReference");
        Assert.Equal(["to[0] unknownReference"], wrong.Errors);
        var t = await IssueAsync(supervisor, body, "transfer", new { incidentId = incident, limits = new { sign = 86_400 } });
        (await dispatcher.Post($"/directives/{t}/signing", "{}")).Expect(422, "incomplete");
        var receipt = new { name = "经办人", reference = "兰铁公(刑)字45号", phone = "0931" };
        (await dispatcher.Post($"/directives/{t}/signing", new { receipt })).Expect(200);
        (await dispatcher.Post($"/directives/{t}/reports", new { outcome = "已立案" })).Expect(200);
        (await supervisor.Post($"/directives/{t}/conclusion", new { outcome = "移交完毕" })).Expect(200);
    }

    [Fact]
    public async Task What_is_not_there_or_not_ones_own_takes_none()
    {
        var (station, incident) = (await StationAsync(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        Assert.Equal(
            ["incidentId unknownReference"],
            (await dispatcher.Post("/directives", Body(station, "verify", new { incidentId = "nobody" }))).Expect(422).Errors);
        Assert.Equal(
            ["callId unknownReference"],
            (await dispatcher.Post("/directives", Body(station, "verify", new { callId = "nobody" }))).Expect(422).Errors);
        var body = fixture.Fresh("B");
        (await (await Gateway.As("admin")).Put("/stations/" + body, new { name = "反诈中心", kind = "body", mayInstruct = true })).Expect(201);
        var desk = await Gateway.As("station", station: body);
        var call = (await dispatcher.Post("/calls", new { answeredAt = DateTimeOffset.UtcNow })).Expect(201).String("id");
        (await desk.Post("/directives", Body(station, "warn", new { incidentId = incident }))).Expect(403, "notYours");
        (await desk.Post("/directives", Body(station, "warn", new { callId = call }))).Expect(403, "notYours");
        await IssueAsync(dispatcher, body, "freeze", new { incidentId = incident });
        await IssueAsync(dispatcher, body, "freeze", new { callId = call });
        await IssueAsync(desk, station, "warn", new { incidentId = incident });
        await IssueAsync(desk, station, "warn", new { callId = call });
    }

    [Fact]
    public async Task Others_on_the_affair_are_told_what_it_is_to_whom_and_how_far_and_all_of_what_is_shared()
    {
        var (first, second, incident) = (await StationAsync(), await StationAsync(), await fixture.Incident());
        var (dispatcher, path) = (await Gateway.As("dispatcher"), $"/directives?incidentId={incident}&status=all");
        var (desk, other) = (await Gateway.As("station", station: first), await Gateway.As("station", station: second));
        var secret = await IssueAsync(dispatcher, first, "verify", new { incidentId = incident, equipment = new[] { "盾牌" } });
        Assert.Empty(Ids((await other.Get(path)).Expect(200)));
        var own = await IssueAsync(dispatcher, second, "verify", new { incidentId = incident });
        var shared = await IssueAsync(dispatcher, first, "verify", new { incidentId = incident, shared = true });
        foreach (var id in new[] { secret, shared })
            (await desk.Post($"/directives/{id}/reports", new { outcome = "found", narrative = "n" })).Expect(200);
        Assert.Equal([shared, own, secret], Ids((await other.Get(path)).Expect(200)));
        Assert.Equal([own], Ids((await other.Get("/directives?status=all")).Expect(200)));
        var items = (await other.Get(path)).Expect(200).Json.GetProperty("items");
        Assert.Equal(("务必找到当事人", "found"), (Text(items[0], "text"), Text(items[0], "outcome")));
        Assert.Equal("务必找到当事人", Text(items[1], "text"));
        Assert.Equal((null, null, "reported"), (Text(items[2], "text"), Text(items[2], "outcome"), Text(items[2], "status")));
        Assert.Equal("[] []", $"{items[2].GetProperty("reports").GetRawText()} {items[2].GetProperty("equipment").GetRawText()}");
        Assert.All(
            (await dispatcher.Get(path)).Expect(200).Json.GetProperty("items").EnumerateArray(), i => Assert.NotNull(Text(i, "text")));
        (await dispatcher.Post($"/directives/{own}/withdrawal", new { reason = "r" })).Expect(200);
        Assert.Empty(Ids((await other.Get(path + "&kind=verify")).Expect(200)).Except([own]));
    }

    [Fact]
    public async Task Who_has_only_one_that_was_withdrawn_sees_nothing_by_it()
    {
        var (station, incident) = (await StationAsync(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        var desk = await Gateway.As("station", station: station);
        var call = (await dispatcher.Post("/calls", new { answeredAt = DateTimeOffset.UtcNow })).Expect(201).String("id");
        var onIncident = await IssueAsync(dispatcher, station, "verify", new { incidentId = incident });
        var onCall = await IssueAsync(dispatcher, station, "verify", new { callId = call });
        (await desk.Get("/incidents/" + incident)).Expect(200);
        (await dispatcher.Post("/directives/withdrawal", new { group = onIncident, reason = "r" })).Expect(200);
        (await dispatcher.Post($"/directives/{onCall}/withdrawal", new { reason = "r" })).Expect(200);
        (await desk.Get("/incidents/" + incident)).Expect(403, "notYours");
        (await desk.Get($"/incidents/{incident}/trail")).Expect(403, "notYours");
        (await desk.Get("/calls/" + call)).Expect(403, "notYours");
        Assert.DoesNotContain(incident, Ids((await desk.Get("/incidents")).Expect(200)));
        Assert.Equal($"verify {station} withdrawn False", Shown((await dispatcher.Get("/incidents/" + incident)).Expect(200)));
    }

    private static string Shown(Reply incident)
    {
        var d = Assert.Single(incident.Json.GetProperty("directives").EnumerateArray());
        return $"{Text(d, "kind")} {Text(d.GetProperty("to"), "station")} {Text(d, "status")} {d.GetProperty("late").GetBoolean()}";
    }

    private static List<string> Ids(Reply page) =>
        [.. page.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];

    private static async Task<List<string?>> KindsAsync(Person person, string thing) =>
        [.. (await person.Get(thing + "/trail?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Select(e => Text(e, "kind"))];

    private static async Task<bool> LateAsync(Person person, string id, string kind) =>
        (await person.Get("/overdue?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Any(i => i.GetProperty("directiveId").ValueEquals(id) && Text(i, "kind") == kind);

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    // The body with further members.
    private static Dictionary<string, object?> Body(string station, string kind, object more)
    {
        var body = more.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(more));
        body["to"] = new[] { new { station } };
        body["kind"] = kind;
        body["text"] = "务必找到当事人";
        return body;
    }

    private static async Task<string> IssueAsync(Person person, string station, string kind, object more) =>
        (await person.Post("/directives", Body(station, kind, more))).Expect(201).String("group");

    private async Task<string> StationAsync()
    {
        var station = fixture.Fresh("D");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station })).Expect(201);
        return station;
    }
}
