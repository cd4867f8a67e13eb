using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>
/// Directives that come back, over HTTP: refused and replaced, given back, a hit; external bodies, bodies that instruct, groups,
/// escalations.
/// </summary>
[Collection(RealGateway.Name)]
public sealed class DirectiveAnswerTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task What_one_station_refuses_another_does()
    {
        var (guhan, siting) = (await StationAsync(), await StationAsync());
        var taker = await Gateway.As("callTaker");
        var supervisor = await Gateway.As("supervisor", "li");
        var (first, second) = (await Gateway.As("station", "desk", station: guhan), await Gateway.As("station", station: siting));
        var d = await IssueAsync(taker, guhan, new { sign = 1, report = 4 });
        (await (await Gateway.As("unit", unit: await fixture.FreeUnit(guhan))).Post("/directives", Body(guhan, "dissuade"))).Expect(403);
        (await taker.Post("/directives", Body(guhan, "rectify"))).Expect(403, "forbidden");

        await Until.HoldsAsync("it is late", async () => await LateAsync(first, d, "overdue"));
        Assert.False(await LateAsync(second, d, "overdue"));
        await Until.HoldsAsync("it is told", async () => (await KindsAsync(supervisor, d)).Contains("ClockEscalated"));
        (await first.Post($"/directives/{d}/escalations/supervisor/taking", "{}")).Expect(403, "forbidden");
        (await second.Post($"/directives/{d}/escalations/station/taking", "{}")).Expect(403, "notYours");
        var taken = (await first.Post($"/directives/{d}/escalations/station/taking", "{}")).Expect(200);
        Assert.Equal(
            ("station", "desk"),
            (Text(taken.Json.GetProperty("clocks")[0], "level"), Text(taken.Json.GetProperty("clocks")[0], "takenBy")));
        (await supervisor.Post($"/directives/{d}/urging", new { reason = "立即签收" })).Expect(200);
        (await taker.Post($"/directives/{d}/urging", new { reason = "r" })).Expect(403, "forbidden");

        (await second.Post($"/directives/{d}/refusal", new { reason = "r" })).Expect(403, "notYours");
        var refused = (await first.Post($"/directives/{d}/refusal", new { reason = "不在辖区" })).Expect(200);
        Assert.Equal(("refused", "不在辖区"), (refused.String("status"), Text(refused.Json.GetProperty("refusal"), "reason")));
        await Until.HoldsAsync("it came back", async () => await LateAsync(supervisor, d, "refused"));
        (await (await Gateway.As("dispatcher")).Post($"/directives/{d}/conclusion", new { outcome = "x" })).Expect(403, "forbidden");

        var e = await IssueAsync(taker, siting, new { sign = 60 }, replaces: d);
        await Until.HoldsAsync("it is dealt with", async () => !await LateAsync(supervisor, d, "refused"));
        Assert.Equal(e, (await taker.Get("/directives/" + d)).Expect(200).String("replacedBy"));
        (await taker.Post("/directives", Body(siting, "dissuade", replaces: d))).Expect(409, "wrongStage");
        (await first.Post($"/directives/{e}/signing", "{}")).Expect(403, "notYours");
        (await second.Post($"/directives/{e}/signing", "{}")).Expect(200);
        var done = (await second.Post(
            $"/directives/{e}/reports", new { outcome = "已当面劝阻", narrative = "钓鱼平台", results = new { lossPrevented = 5000 } }))
            .Expect(200);
        Assert.Equal(("concluded", "已当面劝阻"), (done.String("status"), done.String("outcome")));
    }

    [Fact]
    public async Task Of_a_refusal_and_a_signature_at_once_one_is_done()
    {
        var station = await StationAsync();
        var taker = await Gateway.As("callTaker");
        var desk = await Gateway.As("station", station: station);
        for (var i = 0; i < 50; i++)
        {
            var id = await IssueAsync(taker, station, new { sign = 60 });
            var replies = await Task.WhenAll(
                desk.Post($"/directives/{id}/refusal", new { reason = "r" }), desk.Post($"/directives/{id}/signing", "{}"));
            Assert.Equal([200, 409], replies.Select(r => r.Status).Order());
            Assert.Equal("wrongStage", replies.Single(r => r.Status == 409).Code);
            Assert.Equal(2, (await KindsAsync(taker, id)).Count);
        }
    }

    [Fact]
    public async Task Two_that_replace_the_same_one_at_once_are_not_both_issued()
    {
        var station = await StationAsync();
        var taker = await Gateway.As("callTaker");
        var desk = await Gateway.As("station", station: station);
        for (var i = 0; i < 10; i++)
        {
            var id = await IssueAsync(taker, station, new { sign = 60 });
            (await desk.Post($"/directives/{id}/refusal", new { reason = "r" })).Expect(200);
            var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(
                _ => taker.Post("/directives", Body(station, "dissuade", replaces: id))));
            Assert.Equal([201, 409], replies.Select(r => r.Status).Order());
        }
    }

    [Fact]
    public async Task A_report_that_is_given_back_is_given_again()
    {
        var station = await StationAsync();
        var dispatcher = await Gateway.As("dispatcher");
        var desk = await Gateway.As("station", station: station);
        var id = await IssueAsync(dispatcher, station, null, kind: "verify", autoConclude: false);
        (await dispatcher.Post($"/directives/{id}/return", new { reason = "r" })).Expect(409, "wrongStage");
        (await desk.Post($"/directives/{id}/reports", new { outcome = "done" })).Expect(200);
        (await desk.Post($"/directives/{id}/return", new { reason = "r" })).Expect(403, "notYours");
        var back = (await dispatcher.Post(
            $"/directives/{id}/return", new { reason = "no place", fields = new[] { "location" }, limitSeconds = 900 })).Expect(200);
        Assert.Equal(("signed", "no place"), (back.String("status"), Text(back.Json.GetProperty("returns")[0], "reason")));
        Assert.Equal("running", Text(back.Json.GetProperty("clocks").EnumerateArray().Last(), "state"));
        await Until.HoldsAsync("it came back", async () => await LateAsync(desk, id, "returned"));
        Assert.Equal("reported", (await desk.Post($"/directives/{id}/reports", new { outcome = "done" })).Expect(200).String("status"));
        await Until.HoldsAsync("it is answered", async () => !await LateAsync(desk, id, "returned"));
    }

    [Fact]
    public async Task A_hit_stands_among_what_is_late_until_it_is_concluded()
    {
        var station = await StationAsync();
        var supervisor = await Gateway.As("supervisor");
        var body = new { to = new[] { new { station } }, kind = "lookOut", text = "t", validUntil = DateTimeOffset.UtcNow.AddHours(1) };
        var id = (await supervisor.Post("/directives", body)).Expect(201).String("group");
        var desk = await Gateway.As("station", station: station);
        var place = new { lat = 36.53, lon = 113.05 };
        (await desk.Post($"/directives/{id}/reports", new { outcome = "hit", place })).Expect(200);
        await Until.HoldsAsync("it is told", async () => await LateAsync(supervisor, id, "hit"));
        (await supervisor.Post($"/directives/{id}/conclusion", new { outcome = "found" })).Expect(200);
        await Until.HoldsAsync("it is over", async () => !await LateAsync(supervisor, id, "hit"));
    }

    [Fact]
    public async Task For_an_external_body_the_centre_signs_with_a_receipt()
    {
        var railway = fixture.Fresh("B");
        var put = (await (await Gateway.As("admin")).Put(
            "/stations/" + railway, new { name = "兰州铁路公安", kind = "body", external = true, phone = "0931" })).Expect(201);
        Assert.Equal(("body", "0931"), (put.String("kind"), put.String("phone")));
        var taker = await Gateway.As("callTaker");
        var id = await IssueAsync(taker, railway, null, kind: "notify", autoConclude: false);
        var missing = (await taker.Post($"/directives/{id}/signing", "{}")).Expect(422, "incomplete");
        Assert.Equal("""["receipt"]""", missing.Json.GetProperty("missing").GetRawText());
        (await taker.Post($"/directives/{id}/reports", new { outcome = "x" })).Expect(422, "incomplete");
        var receipt = new { name = "经办人", reference = "45", phone = "0931" };
        var signed = (await taker.Post($"/directives/{id}/signing", new { receipt })).Expect(200);
        Assert.Equal("经办人", Text(signed.Json.GetProperty("receipt"), "name"));
        (await taker.Post($"/directives/{id}/reports", new { outcome = "已立案" })).Expect(200);
        var own = await IssueAsync(taker, await StationAsync(), null, kind: "notify", autoConclude: false);
        (await taker.Post($"/directives/{own}/signing", "{}")).Expect(403, "notYours");
    }

    [Fact]
    public async Task A_body_has_no_places_and_may_instruct()
    {
        var admin = await Gateway.As("admin");
        var (body, station) = (fixture.Fresh("B"), await StationAsync());
        var location = new { lat = 10.01, lon = 10.01 };
        (await admin.Put("/stations/" + station, new { name = station, location = new { lat = 10.02, lon = 10.02 } })).Expect(200);
        (await admin.Put("/stations/" + body, new { name = "反诈中心", kind = "body", location })).Expect(201);
        var incident = (await (await Gateway.As("dispatcher")).Post(
            "/incidents", new { category = "x", priority = 4, location })).Expect(201);
        Assert.Equal(station, incident.String("station"));

        // The other tests' places are not near these.
        (await admin.Put("/stations/" + station, new { name = station })).Expect(200);
        (await admin.Put("/stations/" + body, new { name = "反诈中心" })).Expect(200);
        Assert.Contains(body, await StationsAsync(admin, "body"));
        Assert.DoesNotContain(station, await StationsAsync(admin, "body"));
        Assert.Contains(station, await StationsAsync(admin, "station"));
        (await admin.Get("/stations?kind=other")).Expect(400, "invalid");

        var desk = await Gateway.As("station", "desk", station: body);
        (await desk.Post("/directives", Body(station, "warn"))).Expect(403, "forbidden");
        (await admin.Put("/stations/" + body, new { name = "反诈中心", mayInstruct = true })).Expect(200);
        (await desk.Post("/directives", Body(station, "rectify"))).Expect(403, "forbidden");
        var id = await IssueAsync(desk, station, null, kind: "warn", autoConclude: false);
        Assert.Equal("body", (await admin.Put("/stations/" + body, new { name = "反诈", mayInstruct = true })).Expect(200).String("kind"));
        Assert.Equal(id, (await desk.Get("/directives")).Expect(200).Json.GetProperty("items")[0].GetProperty("id").GetString());
        (await desk.Get("/directives/" + id)).Expect(200);
        (await desk.Post($"/directives/{id}/signing", "{}")).Expect(403, "notYours");
        (await (await Gateway.As("station", station: station)).Post($"/directives/{id}/withdrawal", new { reason = "r" }))
            .Expect(403, "notYours");
        (await desk.Post($"/directives/{id}/withdrawal", new { reason = "r" })).Expect(200);
        (await admin.Put("/stations/" + station, new { name = station, retired = true, successor = body })).Expect(400, "invalid");
    }

    [Fact]
    public async Task A_group_is_taken_back_at_once()
    {
        var (one, two) = (await StationAsync(), await StationAsync());
        var dispatcher = await Gateway.As("dispatcher");
        var to = new object[] { new { station = one }, new { station = two }, new { subject = "li" } };
        var group = (await dispatcher.Post("/directives", new { to, kind = "verify", text = "t" })).Expect(201).String("group");
        (await (await Gateway.As("station", station: one)).Post($"/directives/{group}/refusal", new { reason = "r" })).Expect(200);
        (await (await Gateway.As("callTaker")).Post("/directives/withdrawal", new { group, reason = "r" })).Expect(403, "forbidden");
        (await dispatcher.Post("/directives/withdrawal", new { group = "nobody", reason = "r" })).Expect(422, "unknownReference");
        var key = ("Idempotency-Key", fixture.Fresh("key"));
        for (var i = 0; i < 2; i++)
        {
            var reply = (await dispatcher.Post(
                "/directives/withdrawal", $$"""{"group":"{{group}}","reason":"已找到"}""", key)).Expect(200);
            Assert.Equal(group, reply.String("group"));
            Assert.Equal(
                ["refused", "withdrawn", "withdrawn"], reply.Json.GetProperty("items").EnumerateArray().Select(d => Text(d, "status")));
        }
    }

    [Fact]
    public async Task The_policy_limits_directives_by_their_kind()
    {
        var admin = await Gateway.As("admin");
        var name = fixture.Fresh("p");
        (await admin.Put("/settings/policies/" + name, """{"limits":[{"stage":"arrive","directive":"warn","limitSeconds":60}]}"""))
            .Expect(400, "invalid");
        var set = (await admin.Put(
            "/settings/policies/" + name,
            """{"limits":[{"stage":"sign","directive":"warn","limitSeconds":120},{"stage":"finish","limitSeconds":7776000}]}"""))
            .Expect(201);
        Assert.Equal("warn", Text(set.Json.GetProperty("limits")[0], "directive"));
        Assert.Equal(
            21, (await admin.Get("/settings/policies/county-directives")).Expect(200).Json.GetProperty("limits").GetArrayLength());
    }

    private static async Task<bool> LateAsync(Person person, string id, string kind) =>
        (await person.Get("/overdue?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Any(i => i.GetProperty("directiveId").ValueEquals(id) && Text(i, "kind") == kind);

    private static async Task<List<string?>> KindsAsync(Person person, string id) =>
        [.. (await person.Get($"/directives/{id}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Select(e => Text(e, "kind"))];

    private static async Task<List<string?>> StationsAsync(Person person, string kind)
    {
        List<string?> found = [];
        for (string? next = ""; next is not null;)
        {
            var page = (await person.Get($"/stations?kind={kind}&limit=200{next}")).Expect(200).Json;
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(s => Text(s, "id")));
            next = Text(page, "next") is { } cursor ? "&cursor=" + cursor : null;
        }

        return found;
    }

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static object Body(string station, string kind, string? replaces = null) =>
        new { to = new[] { new { station } }, kind, text = "t", replaces };

    private async Task<string> StationAsync()
    {
        var station = fixture.Fresh("D");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station })).Expect(201);
        return station;
    }

    private static async Task<string> IssueAsync(
        Person person, string station, object? limits, string? replaces = null, string kind = "dissuade", bool autoConclude = true)
    {
        var to = new[] { new { station } };
        return (await person.Post("/directives", new { to, kind, text = "务必找到当事人", limits, replaces, autoConclude }))
            .Expect(201).String("group");
    }
}
