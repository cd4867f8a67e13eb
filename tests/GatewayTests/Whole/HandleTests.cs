using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>A station is told to handle an incident, and sends: over HTTP, with short limits.</summary>
[Collection(RealGateway.Name)]
public sealed class HandleTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task No_directive_hides_an_incident()
    {
        var (siting, desk, unit) = await StationAsync();
        var (dispatcher, supervisor) = (await Gateway.As("dispatcher"), await Gateway.As("supervisor"));
        var i = await fixture.Incident();
        var more = new { incidentId = i, equipment = new[] { "盾牌", "约束带" }, limits = new { sign = 30, send = 2 } };
        (await desk.Post("/directives", Body(siting, more))).Expect(403, "forbidden");
        var h = await IssueAsync(dispatcher, siting, more);
        Assert.Equal(("assigned", null), await ShownAsync(i));
        (await desk.Post($"/directives/{h}/signing", "{}")).Expect(200);
        Assert.Equal(("assigned", null), await ShownAsync(i));
        var issuedAt = (await desk.Get("/directives/" + h)).Expect(200).String("issuedAt");
        await Until.HoldsAsync("it hides nothing", async () => await ShownAsync(i) == ("received", issuedAt));
        Assert.True(await LateAsync(supervisor, h, "send"));
        Assert.True(await LateAsync(desk, h, "send"));
        Assert.Equal(["met", "running"], await AssignAsync(i));

        var sent = (await desk.Post($"/directives/{h}/sending", new { unitIds = new[] { unit } })).Expect(200);
        Assert.Equal("signed", sent.String("status"));
        Assert.NotNull(sent.String("sentAt"));
        Assert.Equal(("assigned", null), await ShownAsync(i));
        Assert.Equal([(unit, h)], await SentAsync(i));
        await Until.HoldsAsync("it is late no more", async () => !await LateAsync(supervisor, h, "send"));
        Assert.Equal(["met", "met"], await AssignAsync(i));
    }

    [Fact]
    public async Task From_the_order_by_the_sending_to_the_feedback_of_the_unit()
    {
        var (guhan, desk, p01) = await StationAsync();
        var (_, other, p21) = await StationAsync();
        var supervisor = await Gateway.As("supervisor");
        var i = await fixture.Incident();
        var h = await IssueAsync(supervisor, guhan, new { incidentId = i, limits = new { sign = 30, send = 60, report = 600 } });
        Assert.Equal(("assigned", null), await ShownAsync(i));
        Assert.Equal(["met"], await AssignAsync(i));
        (await desk.Post($"/directives/{h}/sending", new { unitIds = new[] { p21 } })).Expect(403, "notYours");
        (await other.Post($"/directives/{h}/sending", new { unitIds = new[] { p21 } })).Expect(403, "notYours");
        (await (await Gateway.As("dispatcher")).Post($"/directives/{h}/sending", new { unitIds = new[] { p01 } })).Expect(403, "forbidden");
        var sent = (await desk.Post($"/directives/{h}/sending", new { unitIds = new[] { p01 }, mode = "all" })).Expect(200);
        Assert.Equal("signed", sent.String("status"));
        (await desk.Post($"/directives/{h}/sending", new { unitIds = new[] { p01 } })).Expect(409, "unitBusy");
        Assert.Equal([(p01, h)], await SentAsync(i));
        var unit = await Gateway.As("unit", unit: p01);
        foreach (var stage in new[] { "acknowledged", "enRoute", "onScene" })
            (await unit.Post($"/incidents/{i}/assignments/{p01}/progress", new { stage })).Expect(200);
        (await unit.Post(
            $"/incidents/{i}/feedback", new { unitId = p01, outcome = "劝阻成功", results = new { lossPrevented = 5000 } })).Expect(200);
        var reported = (await desk.Get("/directives/" + h)).Expect(200);
        Assert.Equal(("reported", "劝阻成功", 1), (reported.String("status"), reported.String("outcome"), reported.Int("reportCount")));
        (await supervisor.Post($"/incidents/{i}/closure", new { disposition = "劝阻成功" })).Expect(200);
        var over = (await desk.Get("/directives/" + h)).Expect(200);
        Assert.Equal(("concluded", "劝阻成功"), (over.String("status"), over.String("outcome")));
        Assert.Equal(
            ["DirectiveIssued", "DirectiveSigned", "DirectiveSent", "DirectiveReported", "DirectiveConcluded"],
            await KindsAsync(desk, "/directives/" + h));
    }

    [Fact]
    public async Task A_stations_own_report_is_its_feedback()
    {
        var (station, desk, _) = await StationAsync();
        var i = await fixture.Incident();
        var h = await IssueAsync(await Gateway.As("dispatcher"), station, new { incidentId = i, autoConclude = true });
        (await desk.Post($"/directives/{h}/reports", new { outcome = "路上", final = false })).Expect(200);
        Assert.Equal(("assigned", null), await ShownAsync(i));
        (await desk.Post($"/directives/{h}/reports", new { outcome = "调解", narrative = "双方和好", results = new { found = 1 } })).Expect(200);
        Assert.Equal(("reported", null), await ShownAsync(i));
        var given = Assert.Single((await desk.Get("/incidents/" + i)).Expect(200).Json.GetProperty("feedback").EnumerateArray());
        Assert.Equal(
            (JsonValueKind.Null, station, "调解"),
            (given.GetProperty("unitId").ValueKind, given.GetProperty("station").GetString(), given.GetProperty("outcome").GetString()));
        Assert.Equal("concluded", (await desk.Get("/directives/" + h)).Expect(200).String("status"));
    }

    [Fact]
    public async Task Who_may_not_be_told_and_on_what_nobody_is_sent()
    {
        var (station, desk, unit) = await StationAsync();
        var dispatcher = await Gateway.As("dispatcher");
        var external = fixture.Fresh("B");
        (await (await Gateway.As("admin")).Put(
            "/stations/" + external, new { name = external, kind = "body", external = true })).Expect(201);
        var i = await fixture.Incident();
        (await dispatcher.Post("/directives", Body(external, new { incidentId = i }))).Expect(422, "unknownReference");
        Assert.Equal(
            ["to[0] unknownReference"],
            (await dispatcher.Post(
                "/directives", new { to = new[] { new { unit } }, kind = "handle", text = "去", incidentId = i })).Expect(422).Errors);
        Assert.Equal(
            ["limits.send invalid"],
            (await dispatcher.Post("/directives", Body(station, new { incidentId = i, limits = new { send = 901 } }))).Expect(400).Errors);
        (await dispatcher.Post("/directives", Body(station, new { }))).Expect(400, "invalid");
        var other = new { to = new[] { new { station } }, kind = "verify", text = "看", incidentId = i };
        var verify = (await dispatcher.Post("/directives", other)).Expect(201).String("group");
        (await desk.Post($"/directives/{verify}/sending", new { unitIds = new[] { unit } })).Expect(409, "wrongStage");
        (await dispatcher.Post($"/incidents/{i}/closure", new { disposition = "x" })).Expect(200);
        (await dispatcher.Post("/directives", Body(station, new { incidentId = i }))).Expect(409, "incidentClosed");
        Assert.Equal("issued", (await desk.Get("/directives/" + verify)).Expect(200).String("status"));
    }

    [Fact]
    public async Task Of_a_signature_and_a_withdrawal_at_once_both_sides_tell_the_same()
    {
        var (station, desk, _) = await StationAsync();
        var dispatcher = await Gateway.As("dispatcher");
        for (var n = 0; n < 20; n++)
        {
            var i = await fixture.Incident();
            var h = await IssueAsync(dispatcher, station, new { incidentId = i });
            var replies = await Task.WhenAll(
                desk.Post($"/directives/{h}/signing", "{}"), dispatcher.Post($"/directives/{h}/withdrawal", new { reason = "r" }));

            // A signature that comes first is withdrawn; one that comes second finds it over.
            Assert.Equal(200, replies[1].Status);
            Assert.Contains(replies[0].Status, (int[])[200, 409]);
            var status = await ShownAsync(i);
            Assert.Equal("received", status.Status);
            Assert.NotNull(status.Since);
            Assert.Equal(
                ["DirectiveAttached", .. Enumerable.Repeat("DirectiveMoved", replies[0].Status == 200 ? 2 : 1)],
                (await KindsAsync(dispatcher, "/incidents/" + i)).Where(k => k!.StartsWith("Directive", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Of_two_sendings_of_one_unit_at_once_one_wins()
    {
        var (station, desk, unit) = await StationAsync();
        var (dispatcher, supervisor) = (await Gateway.As("dispatcher"), await Gateway.As("supervisor"));
        for (var n = 0; n < 20; n++)
        {
            var (a, b) = (await fixture.Incident(), await fixture.Incident());
            var h = await IssueAsync(dispatcher, station, new { incidentId = a });
            var g = await IssueAsync(dispatcher, station, new { incidentId = b });
            var replies = await Task.WhenAll(
                desk.Post($"/directives/{h}/sending", new { unitIds = new[] { unit } }),
                supervisor.Post($"/directives/{g}/sending", new { unitIds = new[] { unit } }));
            Assert.Equal([200, 409], replies.Select(r => r.Status).Order());
            var (won, lost) = replies[0].Status == 200 ? (a, b) : (b, a);
            Assert.Single(await SentAsync(won));
            Assert.Empty(await SentAsync(lost));
            Assert.Equal("issued", (await desk.Get("/directives/" + (won == a ? g : h))).Expect(200).String("status"));
            (await dispatcher.Post($"/incidents/{won}/closure", new { disposition = "x" })).Expect(200);
        }
    }

    [Fact]
    public async Task Of_a_sending_and_a_diversion_of_one_unit_at_once_each_thing_has_it_once()
    {
        var (station, desk, unit) = await StationAsync();
        var dispatcher = await Gateway.As("dispatcher");
        for (var n = 0; n < 20; n++)
        {
            var (a, b, c) = (await fixture.Incident(), await fixture.Incident(), await fixture.Incident());
            var h = await IssueAsync(dispatcher, station, new { incidentId = a });
            (await desk.Post($"/directives/{h}/sending", new { unitIds = new[] { unit } })).Expect(200);
            var g = await IssueAsync(dispatcher, station, new { incidentId = b });
            var replies = await Task.WhenAll(
                desk.Post($"/directives/{g}/sending", new { unitIds = new[] { unit } }),
                dispatcher.Post($"/incidents/{a}/diversions", new { unitId = unit, toIncidentId = c }));

            // Whoever is on an incident is busy until it is diverted, and busy then too.
            Assert.Equal([409, 200], replies.Select(r => r.Status));
            Assert.Equal("received", (await ShownAsync(a)).Status);
            Assert.Contains("DirectiveUnattended", await KindsAsync(desk, "/directives/" + h));
            Assert.Empty(await SentAsync(b));
            foreach (var incident in new[] { a, b, c })
                (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "x" })).Expect(200);
        }
    }

    private static Dictionary<string, object?> Body(string station, object more)
    {
        var body = more.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(more));
        body["to"] = new[] { new { station } };
        body["kind"] = "handle";
        body["text"] = "值班民警携带必要装备,做好自身防护";
        return body;
    }

    private static async Task<string> IssueAsync(Person person, string station, object more) =>
        (await person.Post("/directives", Body(station, more))).Expect(201).String("group");

    private static async Task<List<string?>> KindsAsync(Person person, string thing) =>
        [.. (await person.Get(thing + "/trail?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Select(e => e.GetProperty("kind").GetString())];

    private static async Task<bool> LateAsync(Person person, string id, string stage) =>
        (await person.Get("/overdue?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray().Any(i =>
            i.GetProperty("directiveId").ValueEquals(id) && i.GetProperty("stage").ValueEquals(stage));

    private async Task<(string? Status, string? Since)> ShownAsync(string incident)
    {
        var shown = (await (await Gateway.As("dispatcher")).Get("/incidents/" + incident)).Expect(200).Json;
        return (shown.GetProperty("status").GetString(), shown.GetProperty("unattendedSince").GetString());
    }

    // How the clocks of the assignment stand.
    private async Task<List<string?>> AssignAsync(string incident) =>
        [.. (await (await Gateway.As("dispatcher")).Get("/incidents/" + incident)).Expect(200).Json.GetProperty("clocks").EnumerateArray()
            .Where(c => c.GetProperty("stage").ValueEquals("assign")).Select(c => c.GetProperty("state").GetString())];

    private async Task<List<(string?, string?)>> SentAsync(string incident) =>
        [.. (await (await Gateway.As("dispatcher")).Get("/incidents/" + incident)).Expect(200).Json.GetProperty("assignments")
            .EnumerateArray().Select(a => (a.GetProperty("unitId").GetString(), a.GetProperty("directiveId").GetString()))];

    // A station, its desk, and a unit of it that is free.
    private async Task<(string Station, Person Desk, string Unit)> StationAsync()
    {
        var station = fixture.Fresh("H");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station })).Expect(201);
        return (station, await Gateway.As("station", station: station), await fixture.FreeUnit(station));
    }
}
