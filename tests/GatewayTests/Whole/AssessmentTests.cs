using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>How urgent an incident is, who answers for it, to which station it belongs, and the loop that follows, over HTTP.</summary>
[Collection(RealGateway.Name)]
public sealed class AssessmentTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_drunk_mans_call_is_taken_for_murder_until_it_is_known_to_be_none()
    {
        var (taker, supervisor) = (await Gateway.As("callTaker", "ct"), await Gateway.As("supervisor", "su"));
        var guhan = await StationAsync("station");
        var call = (await taker.Post("/calls", new { callerNumber = "13803550407", answeredAt = DateTimeOffset.UtcNow })).Expect(201)
            .String("id");
        var made = (await taker.Post(
            "/incidents",
            new { callId = call, category = "刑事 杀人", priority = 2, location = (object?)null, narrative = "自称酒后杀人掩埋" })).Expect(201);
        Assert.Equal("null", made.Json.GetProperty("station").GetRawText());
        Assert.Equal("null", made.Json.GetProperty("owner").GetRawText());
        Assert.Equal(
            ["assess", "assign", "supervise", "handle", "conclude"],
            made.Json.GetProperty("loop").EnumerateArray().Select(s => s.GetProperty("step").GetString()));
        var id = made.String("id");
        var said = new { priority = 1, owner = guhan, note = "恶意报警还是命案,按命案处置" };
        var assessed = (await supervisor.Post($"/incidents/{id}/assessment", said)).Expect(200);
        Assert.Equal((1, guhan, guhan), (assessed.Int("priority"), assessed.String("owner"), assessed.String("station")));
        var step = assessed.Json.GetProperty("loop")[0];
        Assert.Equal("su", step.GetProperty("by").GetString());
        Assert.InRange(step.GetProperty("at").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddSeconds(-10), DateTimeOffset.UtcNow);
        Assert.Equal("null", step.GetProperty("dueAt").GetRawText());

        // A body may own it; the station stays.
        var body = await StationAsync("body");
        var dispatcher = await Gateway.As("dispatcher", "di");
        var again = (await dispatcher.Post($"/incidents/{id}/assessment", new { priority = 2, owner = body })).Expect(200);
        Assert.Equal(
            (2, body, guhan, "di"),
            (again.Int("priority"), again.String("owner"), again.String("station"), By(again, 0)));
        var trail = (await dispatcher.Get($"/incidents/{id}/trail?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray();
        Assert.Equal(2, trail.Count(e => e.GetProperty("kind").ValueEquals("IncidentAssessed")));
    }

    [Fact]
    public async Task The_loop_names_who_took_each_step()
    {
        var incident = await fixture.Incident();
        var unit = await fixture.FreeUnit();
        var (dispatcher, supervisor) = (await Gateway.As("dispatcher", "di"), await Gateway.As("supervisor", "su"));
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        (await supervisor.Post($"/incidents/{incident}/urging", new { stage = "acknowledge", reason = "快" })).Expect(200);
        var patrol = await Gateway.As("unit", "p1", unit: unit);
        (await patrol.Post($"/incidents/{incident}/feedback", new { unitId = unit, outcome = "settled" })).Expect(200);
        var closed = (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        Assert.Equal([null, "di", "su", "p1", "di"], Enumerable.Range(0, 5).Select(i => By(closed, i)));
        Assert.DoesNotContain(closed.Json.GetProperty("loop").EnumerateArray(), s => s.GetProperty("late").GetBoolean());
        var opened = (await dispatcher.Post($"/incidents/{incident}/reopening", new { reason = "again" })).Expect(200);
        Assert.Equal([null, null, "su", null, null], Enumerable.Range(0, 5).Select(i => By(opened, i)));
    }

    [Fact]
    public async Task A_station_is_named_by_a_change_and_stays()
    {
        var (guhan, siting, body) = (await StationAsync("station"), await StationAsync("station"), await StationAsync("body"));
        var incident = await fixture.Incident(guhan);
        var taker = await Gateway.As("callTaker");
        var (first, second) = (await Gateway.As("station", station: guhan), await Gateway.As("station", station: siting));
        (await second.Get("/incidents/" + incident)).Expect(403, "notYours");
        Assert.Equal(siting, (await taker.Patch("/incidents/" + incident, new { station = siting })).Expect(200).String("station"));
        (await second.Get("/incidents/" + incident)).Expect(200);
        (await first.Get("/incidents/" + incident)).Expect(403, "notYours");
        var moved = new { location = new { lat = 36.5, lon = 113.0 } };
        Assert.Equal(siting, (await taker.Patch("/incidents/" + incident, moved)).Expect(200).String("station"));
        foreach (var wrong in new[] { "nobody", body })
        {
            Assert.Equal(
                ["station unknownReference"],
                (await taker.Patch("/incidents/" + incident, new { station = wrong })).Expect(422, "unknownReference").Errors);
        }

        (await taker.Patch("/incidents/" + incident, """{"station":null}""")).Expect(400, "invalid");
    }

    [Theory]
    [InlineData("""{"priority":1}""", 400, "owner required")]
    [InlineData("""{"owner":"S"}""", 400, "priority required")]
    [InlineData("""{"priority":5,"owner":"S"}""", 400, "priority outOfRange")]
    [InlineData("""{"priority":1,"owner":null}""", 400, "owner required")]
    [InlineData("""{"priority":1,"owner":"nobody at all"}""", 400, "owner malformed")]
    [InlineData("""{"priority":1,"owner":"nobody"}""", 422, "owner unknownReference")]
    public async Task What_is_impossible_is_refused_and_named(string body, int status, string error)
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        Assert.Equal([error], (await dispatcher.Post($"/incidents/{incident}/assessment", body)).Expect(status).Errors);
    }

    [Fact]
    public async Task Only_a_dispatcher_or_a_supervisor_assesses_and_only_what_is_open()
    {
        var (station, incident) = (await StationAsync("station"), await fixture.Incident());
        var body = new { priority = 1, owner = station };
        (await (await Gateway.As("callTaker")).Post($"/incidents/{incident}/assessment", body)).Expect(403, "forbidden");
        (await (await Gateway.As("station", station: station)).Post($"/incidents/{incident}/assessment", body)).Expect(403, "forbidden");
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post("/incidents/nobody/assessment", body)).Expect(404, "notFound");
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/assessment", body)).Expect(409, "incidentClosed");
    }

    private static string? By(Reply incident, int step) => incident.Json.GetProperty("loop")[step].GetProperty("by").GetString();

    private async Task<string> StationAsync(string kind)
    {
        var station = fixture.Fresh("A");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station, kind })).Expect(201);
        return station;
    }
}
