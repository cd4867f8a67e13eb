using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>What is one's own, and whose number and names are shown to whom.</summary>
[Collection(RealGateway.Name)]
public sealed class WhoSeesWhatTests(RealGatewayFixture fixture)
{
    private const string Number = "13912345678";

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_callers_number_is_shown_on_GET_to_those_who_may_see_it()
    {
        var (incident, call, unit, station) = await Prepare();
        foreach (var role in new[] { "callTaker", "dispatcher", "supervisor", "auditor", "station", "unit" })
        {
            var person = await Gateway.As(role, unit: unit, station: station);
            var reply = (await person.Get("/incidents/" + incident)).Expect(200);
            Assert.Equal(Number, reply.Json.GetProperty("calls")[0].GetProperty("callerNumber").GetString());
            if (role is "unit" or "station")
                continue;
            Assert.Equal(Number, (await person.Get("/calls/" + call)).Expect(200).String("callerNumber"));
        }
    }

    [Fact]
    public async Task The_answer_to_a_command_never_shows_it()
    {
        var taker = await Gateway.As("callTaker");
        var call = (await taker.Post("/calls", new { callerNumber = Number })).Expect(201);
        Assert.Equal(JsonValueKind.Null, call.Json.GetProperty("callerNumber").ValueKind);
        var incident = (await taker.Post("/incidents", new { callId = call.String("id"), category = "x", priority = 1 })).Expect(201);
        Assert.DoesNotContain(Number, incident.Text, StringComparison.Ordinal);
        foreach (var path in new[] { $"/incidents/{incident.String("id")}/trail", $"/calls/{call.String("id")}/trail" })
            Assert.DoesNotContain(Number, (await taker.Get(path)).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_names_of_a_crew_are_shown_to_those_who_may_see_them()
    {
        var unit = await fixture.FreeUnit(null, "Li Lei", "Zhao Yun");
        foreach (var role in new[] { "callTaker", "dispatcher", "supervisor", "auditor" })
            Assert.Contains("Li Lei", (await (await Gateway.As(role)).Get("/units/" + unit)).Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Li Lei", (await (await Gateway.As("admin")).Get("/units/" + unit)).Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Li Lei", (await (await Gateway.As("unit", unit: "another")).Get("/units/" + unit)).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_sees_and_touches_only_the_incidents_it_is_on()
    {
        var (incident, _, unit, _) = await Prepare();
        var other = await fixture.FreeUnit();
        var (own, stranger) = (await Gateway.As("unit", unit: unit), await Gateway.As("unit", unit: other));
        (await own.Get("/incidents/" + incident)).Expect(200);
        (await stranger.Get("/incidents/" + incident)).Expect(403, "notYours");
        (await stranger.Post($"/incidents/{incident}/notes", new { text = "x" })).Expect(403, "notYours");
        (await stranger.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage = "enRoute" })).Expect(403, "notYours");
        (await stranger.Post($"/incidents/{incident}/feedback", new { unitId = unit, outcome = "x" })).Expect(403, "notYours");
        (await stranger.Post($"/units/{unit}/duty", new { onDuty = false })).Expect(403, "notYours");
        (await stranger.Get($"/units/{unit}/trail")).Expect(403, "notYours");
        (await own.Get($"/units/{unit}/trail")).Expect(200);
        Assert.Contains(incident, (await own.Get("/incidents")).Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(incident, (await stranger.Get("/incidents")).Expect(200).Text, StringComparison.Ordinal);
        (await own.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage = "enRoute" })).Expect(200);
    }

    [Fact]
    public async Task A_station_sees_and_touches_only_its_own()
    {
        var (incident, _, unit, station) = await Prepare();
        var (own, stranger) = (await Gateway.As("station", station: station), await Gateway.As("station", station: "elsewhere"));
        (await own.Get("/incidents/" + incident)).Expect(200);
        (await own.Get($"/incidents/{incident}/trail")).Expect(200);
        (await own.Get($"/incidents/{incident}/recommendations")).Expect(200);
        (await own.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage = "acknowledged" })).Expect(200);
        (await stranger.Get("/incidents/" + incident)).Expect(403, "notYours");
        (await stranger.Get($"/incidents/{incident}/trail")).Expect(403, "notYours");
        (await stranger.Get($"/incidents/{incident}/recommendations")).Expect(403, "notYours");
        (await stranger.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage = "enRoute" })).Expect(403, "notYours");
        (await stranger.Post($"/units/{unit}/duty", new { onDuty = true })).Expect(403, "notYours");
    }

    [Fact]
    public async Task A_unit_reports_its_own_position_and_no_other()
    {
        var (unit, other) = (await fixture.FreeUnit(), await fixture.FreeUnit());
        var at = DateTimeOffset.UtcNow.AddSeconds(-1);
        var reply = (await (await Gateway.As("unit", unit: unit)).Post("/positions", new object[]
        {
            new { unitId = unit, lat = 36.1, lon = 113.1, at },
            new { unitId = other, lat = 36.1, lon = 113.1, at },
            new { unitId = unit, lat = 36.9, lon = 113.9, at = at.AddHours(1) },
        })).Expect(202);
        Assert.Equal(
            $$"""{"accepted":1,"rejected":[{"unitId":"{{other}}","code":"notYours"},{"unitId":"{{unit}}","code":"occurredAtInFuture"}]}""",
            reply.Text);
        var ghost = (await (await Gateway.As("feeder")).Post("/positions", new object[] { new { unitId = "ghost", lat = 1, lon = 1, at } }))
            .Expect(202);
        Assert.Equal("unknownReference", ghost.Json.GetProperty("rejected")[0].GetProperty("code").GetString());
        var dispatcher = await Gateway.As("dispatcher");
        Assert.Equal(36.1, (await dispatcher.Get("/units/" + unit)).Json.GetProperty("position").GetProperty("lat").GetDouble());
        Assert.Equal(JsonValueKind.Null, (await dispatcher.Get("/units/" + other)).Json.GetProperty("position").ValueKind);
    }

    private async Task<(string Incident, string Call, string Unit, string Station)> Prepare()
    {
        var station = fixture.Fresh("S");
        var unit = await fixture.FreeUnit(station);
        var taker = await Gateway.As("callTaker");
        var call = (await taker.Post("/calls", new { callerNumber = Number })).Expect(201).String("id");
        var incident = (await taker.Post(
            "/incidents", new { callId = call, category = "x", priority = 1, station, location = new { lat = 36.5, lon = 113.0 } }))
            .Expect(201)
            .String("id");
        (await (await Gateway.As("dispatcher")).Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        return (incident, call, unit, station);
    }
}
