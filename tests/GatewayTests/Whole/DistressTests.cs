using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>An officer's distress over HTTP: overdue until a person has seen it, whose name the officer reads.</summary>
public sealed class DistressTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task It_is_late_for_everybody_until_somebody_has_seen_it_and_the_unit_reads_who()
    {
        var unit = await fixture.FreeUnit();
        var (dispatcher, supervisor) = (await Gateway.As("dispatcher"), await Gateway.As("supervisor", "li"));
        var device = await Gateway.As("unit", unit: unit);

        // It waited for a network: its limit is past when it arrives.
        var pressed = DateTimeOffset.UtcNow.AddSeconds(-30);
        var made = (await device.Post($"/units/{unit}/panic", new { occurredAt = pressed })).Expect(201);
        var id = made.String("id");
        Assert.Equal((unit, null), Shown(made.Json.GetProperty("distress")));
        await Until.HoldsAsync("everybody is told", async () =>
            Late((await dispatcher.Get("/overdue")).Expect(200).Json, id).Contains("distress")
            && Late((await supervisor.Get("/overdue")).Expect(200).Json, id).Contains("distress"));

        (await device.Post($"/incidents/{id}/acknowledgement", null)).Expect(403, "forbidden");
        var seen = (await dispatcher.Post($"/incidents/{id}/acknowledgement", null)).Expect(200);
        Assert.Equal((unit, "wang"), Shown(seen.Json.GetProperty("distress")));
        var again = (await supervisor.Post($"/incidents/{id}/acknowledgement", "{}")).Expect(200);
        Assert.Equal(seen.Json.GetProperty("distress").GetRawText(), again.Json.GetProperty("distress").GetRawText());
        Assert.Single(
            (await supervisor.Get($"/incidents/{id}/trail?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray(),
            e => e.GetProperty("kind").GetString() == "DistressAcknowledged");
        await Until.HoldsAsync(
            "the distress is late no more",
            async () => !Late((await dispatcher.Get("/overdue")).Expect(200).Json, id).Contains("distress"));

        // The unit's page reads the incident and the board.
        Assert.Equal((unit, "wang"), Shown((await device.Get("/incidents/" + id)).Expect(200).Json.GetProperty("distress")));
        await Until.HoldsAsync("the unit's board says who", async () => (await device.Get("/board")).Expect(200).Json
            .GetProperty("incidents").EnumerateArray()
            .Any(i => i.GetProperty("id").GetString() == id && Shown(i.GetProperty("distress")) == (unit, "wang")));

        var other = await fixture.FreeUnit();
        (await dispatcher.Post($"/incidents/{id}/assignments", new { unitIds = new[] { other } })).Expect(200);
        Assert.Equal(
            (unit, "wang"),
            Shown((await supervisor.Post($"/incidents/{id}/acknowledgement", null)).Expect(200).Json.GetProperty("distress")));
    }

    [Fact]
    public async Task An_incident_without_distress_has_none_to_acknowledge()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        var refused = (await dispatcher.Post($"/incidents/{incident}/acknowledgement", null)).Expect(409, "wrongStage");
        Assert.Equal("received", refused.String("stage"));
        Assert.Equal(JsonValueKind.Null, (await dispatcher.Get("/incidents/" + incident)).Json.GetProperty("distress").ValueKind);
        (await dispatcher.Post("/incidents/nowhere/acknowledgement", null)).Expect(404, "notFound");
    }

    private static (string? Unit, string? By) Shown(JsonElement distress) =>
        (distress.GetProperty("unitId").GetString(), distress.GetProperty("acknowledgedBy").GetString());

    private static string?[] Late(JsonElement list, string incident) =>
    [
        .. list.GetProperty("items").EnumerateArray()
            .Where(i => i.GetProperty("incidentId").GetString() == incident)
            .Select(i => i.GetProperty("stage").GetString()),
    ];
}
