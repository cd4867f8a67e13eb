using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>An officer in distress, over HTTP, with a real silo behind.</summary>
[Collection(RealGateway.Name)]
public sealed class PanicTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_press_makes_an_incident_that_everybody_sees_and_its_closing_ends_it()
    {
        var unit = await fixture.FreeUnit(fixture.Fresh("S"));
        var (dispatcher, device) = (await Gateway.As("dispatcher"), await Gateway.As("unit", unit: unit));
        (await dispatcher.Post($"/units/{unit}/duty", new { onDuty = false })).Expect(200);
        var made = (await device.Post($"/units/{unit}/panic", new { location = new { lat = 36.6, lon = 113.1 }, note = "two men" }))
            .Expect(201);
        var id = made.String("id");
        Assert.Equal(("/api/v1/incidents/" + id, "\"" + made.Int("version") + "\""), (made.Header("Location"), made.Header("ETag")));
        Assert.Equal(
            (1, "警员遇险 officer in distress", "received", unit, "device"),
            (
                made.Int("priority"),
                made.String("category"),
                made.String("status"),
                made.String("panicUnitId"),
                made.Json.GetProperty("located").GetProperty("from").GetString()));
        foreach (var person in new[] { dispatcher, device })
        {
            var board = await Board(person, id);
            Assert.Equal(
                unit,
                board
                    .GetProperty("incidents")
                    .EnumerateArray()
                    .Single(i => i.GetProperty("id").GetString() == id)
                    .GetProperty("panicUnitId")
                    .GetString());
            Assert.Contains(
                board.GetProperty("units").EnumerateArray(),
                u => u.GetProperty("id").GetString() == unit && u.GetProperty("status").GetString() == "offDuty");
        }

        Assert.Equal(id, (await device.Get("/units/" + unit)).Expect(200).String("panicIncidentId"));
        Assert.Equal(id, (await device.Get("/incidents/" + id)).Expect(200).String("id"));
        (await (await Gateway.As("unit", unit: await fixture.FreeUnit())).Get("/incidents/" + id)).Expect(403, "notYours");
        (await dispatcher.Post($"/incidents/{id}/closure", new { disposition = "safe" })).Expect(200);
        Assert.Equal(JsonValueKind.Null, (await device.Get("/units/" + unit)).Json.GetProperty("panicIncidentId").ValueKind);
    }

    [Fact]
    public async Task Ten_presses_are_one_incident_also_when_they_come_at_once()
    {
        var unit = await fixture.FreeUnit();
        var device = await Gateway.As("unit", unit: unit);
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => device.Post($"/units/{unit}/panic", null)));
        Assert.All(replies, r => Assert.True(r.Status is 200 or 201, r.Text));
        Assert.Single(replies, r => r.Status == 201);
        var id = Assert.Single(replies.Select(r => r.String("id")).Distinct());
        var kinds = (await (await Gateway.As("dispatcher")).Get($"/incidents/{id}/trail")).Json.GetProperty("items")
            .EnumerateArray()
            .Select(e => e.GetProperty("kind").GetString())
            .ToArray();
        Assert.Equal(9, kinds.Count(k => k == "PanicRepeated"));
    }

    [Fact]
    public async Task A_repeated_key_is_one_press_and_answers_with_the_incident_that_it_met()
    {
        var unit = await fixture.FreeUnit();
        var (dispatcher, device) = (await Gateway.As("dispatcher"), await Gateway.As("unit", unit: unit));
        var (first, second) = (("Idempotency-Key", unit + "a"), ("Idempotency-Key", unit + "b"));
        var id = (await device.Post($"/units/{unit}/panic", null, first)).Expect(201).String("id");
        Assert.Equal(id, (await device.Post($"/units/{unit}/panic", null, second)).Expect(200).String("id"));
        (await dispatcher.Post($"/incidents/{id}/closure", new { disposition = "safe" })).Expect(200);
        var other = (await device.Post($"/units/{unit}/panic", null)).Expect(201).String("id");
        Assert.NotEqual(id, other);
        foreach (var (key, status) in new[] { (first, 201), (second, 200) })
        {
            var again = (await device.Post($"/units/{unit}/panic", null, key)).Expect(status);
            Assert.Equal((id, "closed", "true"), (again.String("id"), again.String("status"), again.Header("Idempotency-Replayed")));
        }

        (await device.Post($"/units/{unit}/panic", new { note = "x" }, first)).Expect(422, "keyReused");
    }

    [Fact]
    public async Task Without_a_location_it_is_the_newest_position_and_else_the_home()
    {
        var (seen, unseen) = (await fixture.FreeUnit(), await fixture.FreeUnit());
        var at = DateTimeOffset.UtcNow.AddMinutes(-1);
        (await (await Gateway.As("feeder")).Post("/positions", new object[] { new { unitId = seen, lat = 36.1, lon = 113.1, at } }))
            .Expect(202);
        var dispatcher = await Gateway.As("dispatcher");
        await Until.HoldsAsync(
            "the position is shown",
            async () => (await dispatcher.Get("/units/" + seen)).Json.GetProperty("position").ValueKind != JsonValueKind.Null,
            stop: TestContext.Current.CancellationToken);
        var byPosition = (await dispatcher.Post($"/units/{seen}/panic", null)).Expect(201).Json;
        Assert.Equal(
            (36.1, "position"),
            (
                byPosition.GetProperty("location").GetProperty("lat").GetDouble(),
                byPosition.GetProperty("located").GetProperty("from").GetString()));
        var byHome = (await dispatcher.Post($"/units/{unseen}/panic", null)).Expect(201).Json;
        Assert.Equal(
            (36.5, "home"),
            (byHome.GetProperty("location").GetProperty("lat").GetDouble(), byHome.GetProperty("located").GetProperty("from").GetString()));
    }

    [Fact]
    public async Task Nobody_raises_it_for_anothers_unit()
    {
        var unit = await fixture.FreeUnit(fixture.Fresh("S"));
        (await (await Gateway.As("unit", unit: await fixture.FreeUnit())).Post($"/units/{unit}/panic", null)).Expect(403, "notYours");
        (await (await Gateway.As("station", station: "elsewhere")).Post($"/units/{unit}/panic", null)).Expect(403, "notYours");
        (await (await Gateway.As("dispatcher")).Post("/units/nowhere/panic", null)).Expect(404, "notFound");
        (await (await Gateway.As("dispatcher")).Post($"/units/{unit}/panic", new { occurredAt = DateTimeOffset.UtcNow.AddMinutes(1) }))
            .Expect(422, "occurredAtInFuture");
    }

    private static async Task<JsonElement> Board(Person person, string incident)
    {
        JsonElement shown = default;
        await Until.HoldsAsync(
            $"{incident} is on the board",
            async () =>
            {
                var board = (await person.Get("/board")).Expect(200);
                shown = board.Json;
                return board.Text.Contains(incident, StringComparison.Ordinal);
            },
            () => $"The board is {shown}",
            stop: TestContext.Current.CancellationToken);
        return shown;
    }
}
