using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Places of calls and incidents: how good they are, and what is refused until somebody confirms it.</summary>
public sealed class PlaceTests
{
    [Fact]
    public async Task A_place_that_no_station_is_near_is_taken_only_when_it_is_confirmed()
    {
        await using var gateway = await TestGateway.Real(builder => builder.Logging.ClearProviders());
        var (admin, dispatcher) = (await gateway.As("admin"), await gateway.As("dispatcher"));
        await Post("/incidents", new { lat = 0, lon = 0 }, false, 201);
        (await admin.Put("/stations/S1", new { name = "North", location = new { lat = 36.5, lon = 113.0 } })).Expect(201);

        foreach (var place in new[] { new { lat = 0.0, lon = 0.0 }, new { lat = 36.5, lon = -113.0 }, new { lat = 33.7, lon = 113.0 } })
        {
            var refused = await Post("/incidents", place, false, 422);
            Assert.Equal(("implausiblePlace", "location implausiblePlace"), (refused.Code, Assert.Single(refused.Errors)));
            await Post("/incidents", place, true, 201);
        }

        var incident = (await Post("/incidents", new { lat = 33.9, lon = 113.0 }, false, 201)).String("id");
        var path = "/incidents/" + incident;
        (await dispatcher.Patch(path, new { location = new { lat = 36.5, lon = -113.0 } })).Expect(422, "implausiblePlace");
        (await dispatcher.Patch(path, new { location = new { lat = 36.5, lon = -113.0 }, confirmed = true })).Expect(200);
        (await dispatcher.Patch(path, new { priority = 1 })).Expect(200);
        var london = new { lat = 51.5, lon = -0.1 };
        var occurredAt = DateTimeOffset.UtcNow.AddDays(-2);
        (await dispatcher.Post("/incidents", new { category = "x", priority = 3, location = london, occurredAt })).Expect(201);

        async Task<Reply> Post(string route, object location, bool confirmed, int status) =>
            (await dispatcher.Post(route, new { category = "x", priority = 3, location, confirmed })).Expect(status);
    }

    [Fact]
    public async Task How_good_a_place_is_stands_in_the_call_the_incident_the_board_and_the_trail()
    {
        await using var gateway = await TestGateway.Real(builder => builder.Logging.ClearProviders());
        var (taker, dispatcher) = (await gateway.As("callTaker"), await gateway.As("dispatcher"));
        var location = new { lat = 36.5, lon = 113.0, accuracy = 1500, confidence = 67.5, method = "cell", at = "2026-01-02T03:04:00Z" };
        const string shown = """
            {"lat":36.5,"lon":113,"address":null,"accuracy":1500,"confidence":67.5,"method":"cell","at":"2026-01-02T03:04:00.000Z"}
            """;
        var call = (await taker.Post("/calls", new { callerNumber = "1", location })).Expect(201);
        Assert.Equal(shown.Trim(), call.Json.GetProperty("location").GetRawText());
        var made = (await dispatcher.Post("/incidents", new { category = "x", priority = 3, location })).Expect(201);
        Assert.Equal(shown.Trim(), made.Json.GetProperty("location").GetRawText());
        var board = (await dispatcher.Get("/board")).Expect(200).Json.GetProperty("incidents")[0];
        Assert.Equal(shown.Trim(), board.GetProperty("location").GetRawText());

        var path = "/incidents/" + made.String("id");
        var plain = (await dispatcher.Patch(path, new { location = new { lat = 36.51, lon = 113.0 } })).Expect(200).Json;
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("location").GetProperty("accuracy").ValueKind);
        var trail = (await dispatcher.Get(path + "/trail")).Expect(200).Json.GetProperty("items");
        var from = trail.EnumerateArray().Last().GetProperty("data").GetProperty("changes").GetProperty("location").GetProperty("from");
        Assert.Equal(("cell", 67.5), (from.GetProperty("method").GetString(), from.GetProperty("confidence").GetDouble()));
    }
}
