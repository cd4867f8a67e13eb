using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>A station that was merged into another one is retired, over HTTP, with a real silo behind.</summary>
[Collection(RealGateway.Name)]
public sealed class RetiredStationTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_station_that_was_merged_away_gets_no_new_incident_and_its_open_ones_go_to_its_successor()
    {
        // Areas in an empty corner of the world, and no locations: no other test's incident belongs to these.
        var (old, successor) = (fixture.Fresh("houbao"), fixture.Fresh("guhan"));
        var (admin, dispatcher) = (await Gateway.As("admin"), await Gateway.As("dispatcher"));
        (await admin.Put("/stations/" + old, Content("侯堡派出所", 1))).Expect(201);
        (await admin.Put("/stations/" + successor, Content("古韩派出所", 2))).Expect(201);
        var before = (await Theft(dispatcher, -60.01)).Expect(201);
        Assert.Equal(old, before.String("station"));

        var refused = (await admin.Put("/stations/" + old, Content("侯堡派出所(已撤并)", 1, retired: true))).Expect(400, "invalid");
        Assert.Equal(["successor invalid"], refused.Errors);
        var retired = (await admin.Put("/stations/" + old, Content("侯堡派出所(已撤并)", 1, retired: true, successor))).Expect(200);
        Assert.Equal((true, successor), (retired.Json.GetProperty("retired").GetBoolean(), retired.String("successor")));

        Assert.Equal(successor, (await dispatcher.Get("/incidents/" + before.String("id"))).Expect(200).String("station"));
        Assert.Equal(successor, (await Theft(dispatcher, -60.01)).Expect(201).String("station"));
        Assert.Equal(["station retired"], (await Theft(dispatcher, -60.01, old)).Expect(422, "retired").Errors);
        var unit = new { callSign = fixture.Fresh("Call"), kind = "patrol", station = old };
        Assert.Equal(["station retired"], (await admin.Put("/units/" + fixture.Fresh("U"), unit)).Expect(422, "retired").Errors);
        (await dispatcher.Get("/stations")).Expect(200);

        // A key repeats what was done, and again without one nothing changes.
        var again = (await admin.Put("/stations/" + old, Content("侯堡派出所(已撤并)", 1, retired: true, successor))).Expect(200);
        Assert.Equal(retired.Int("version"), again.Int("version"));
    }

    [Fact]
    public async Task A_successor_is_there_at_work_and_another_station()
    {
        var (one, two) = (fixture.Fresh("S"), fixture.Fresh("S"));
        var admin = await Gateway.As("admin");
        (await admin.Put("/stations/" + one, Content("1", null))).Expect(201);
        (await admin.Put("/stations/" + two, Content("2", null, retired: true))).Expect(201);
        (await admin.Put("/stations/" + one, Content("1", null, retired: true, two))).Expect(422, "retired");
        (await admin.Put("/stations/" + one, Content("1", null, retired: true, "nowhere"))).Expect(422, "unknownReference");
        (await admin.Put("/stations/" + one, Content("1", null, retired: true, one))).Expect(400, "invalid");
        (await admin.Put("/stations/" + one, Content("1", null, retired: false, two))).Expect(400, "invalid");
        (await admin.Put("/stations/" + two, Content("2", null, retired: false))).Expect(200);
        (await admin.Put("/stations/" + one, Content("1", null, retired: true, two))).Expect(200);
        (await (await Gateway.As("dispatcher")).Put("/stations/" + one, Content("1", null, retired: false))).Expect(403, "forbidden");
    }

    // A square of a number of degrees around the place of the theft; null: no area.
    private static object Content(string name, int? degrees, bool retired = false, string? successor = null)
    {
        var (low, high, left, right) = (-60 - degrees, -60 + degrees, -90 - degrees, -90 + degrees);
        var ring = new[] { new[] { left, low }, [right, low], [right, high], [left, high], [left, low] };
        var area = degrees is null ? null : new { type = "Polygon", coordinates = new[] { ring } };
        return successor is null ? new { name, area, retired } : new { name, area, retired, successor };
    }

    private static Task<Reply> Theft(Person dispatcher, double lat, string? station = null) => dispatcher.Post(
        "/incidents", new { category = "盗窃", priority = 2, location = new { lat, lon = -90.0 }, station });
}
