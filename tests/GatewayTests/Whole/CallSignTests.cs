using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Call signs are unique, and a neighbour's unit comes and goes, over HTTP, with a real silo behind.</summary>
[Collection(RealGateway.Name)]
public sealed class CallSignTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task Three_units_do_not_answer_to_one_call_sign()
    {
        var (sign, admin) = (fixture.Fresh("Sign-0"), await Gateway.As("admin"));
        var (one, two) = (fixture.Fresh("CS"), fixture.Fresh("CS"));
        (await admin.Put("/units/" + one, Content(sign))).Expect(201);
        var refused = (await admin.Put("/units/" + two, Content(sign.ToLowerInvariant()))).Expect(422, "callSignTaken");
        Assert.Equal(["callSign callSignTaken"], refused.Errors);
        (await admin.Put("/units/" + two, Content(sign.Replace("-0", "- 00", StringComparison.Ordinal)))).Expect(422, "callSignTaken");
        (await admin.Get("/units/" + two)).Expect(404, "notFound");

        // Its own call sign is no other unit's.
        (await admin.Put("/units/" + one, Content(sign.ToLowerInvariant()))).Expect(200);
        (await admin.Put("/units/" + one, Content(sign, retired: true))).Expect(200);
        (await admin.Put("/units/" + two, Content(sign))).Expect(201);
        (await admin.Put("/units/" + one, Content(sign, retired: false))).Expect(422, "callSignTaken");
    }

    [Fact]
    public async Task The_list_of_shared_call_signs_is_the_administrators()
    {
        var list = (await (await Gateway.As("admin")).Get("/settings/shared-call-signs?limit=5")).Expect(200);
        Assert.Equal(JsonValueKind.Array, list.Json.GetProperty("items").ValueKind);
        (await (await Gateway.As("dispatcher")).Get("/settings/shared-call-signs")).Expect(403, "forbidden");
    }

    [Fact]
    public async Task A_neighbours_unit_is_received_sent_and_let_go()
    {
        var (id, sign) = (fixture.Fresh("V"), fixture.Fresh("Visitor "));
        var dispatcher = await Gateway.As("dispatcher");
        var visit = new { id, callSign = sign, kind = "patrol", agency = "潞城", position = new { lat = 36.5, lon = 113.0 } };
        var received = (await dispatcher.Post("/units/visiting", visit)).Expect(201);
        Assert.Equal("/api/v1/units/" + id, received.Header("Location"));
        Assert.Equal(
            (true, "潞城", "available"),
            (received.Json.GetProperty("visiting").GetBoolean(), received.String("agency"), received.String("status")));
        var read = (await dispatcher.Get("/units/" + id)).Expect(200).Json;
        Assert.Equal(36.5, read.GetProperty("position").GetProperty("lat").GetDouble());
        (await dispatcher.Post("/units/visiting", visit)).Expect(200);

        var incident = await fixture.Incident();
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { id } })).Expect(200);
        (await dispatcher.Post($"/units/{id}/duty", new { onDuty = false })).Expect(409, "unitBusy");
        (await dispatcher.Post($"/incidents/{incident}/assignments/{id}/progress", new { stage = "cleared" })).Expect(200);
        var gone = (await dispatcher.Post($"/units/{id}/duty", new { onDuty = false })).Expect(200);
        Assert.True(gone.Json.GetProperty("retired").GetBoolean());
        (await dispatcher.Post($"/units/{id}/duty", new { onDuty = true })).Expect(422, "retired");
        (await dispatcher.Post("/units/visiting", new { id, callSign = sign, kind = "van", agency = "屯留" })).Expect(200);
    }

    [Fact]
    public async Task A_visitor_has_an_id_and_a_call_sign_of_its_own()
    {
        var own = await fixture.FreeUnit();
        var dispatcher = await Gateway.As("supervisor");
        (await dispatcher.Post("/units/visiting", Visit(own, "Guest of " + own))).Expect(409, "wrongStage");
        (await dispatcher.Post("/units/visiting", Visit(fixture.Fresh("V"), own))).Expect(422, "callSignTaken");
        var nobodys = (await dispatcher.Post("/units/visiting", new { id = "V", callSign = "V", kind = "v" })).Expect(400, "invalid");
        Assert.Equal(["agency required"], nobodys.Errors);
        var ahead = new
        {
            id = "V",
            callSign = "V",
            kind = "v",
            agency = "a",
            position = new { lat = 1, lon = 2, at = DateTimeOffset.UtcNow.AddMinutes(1) },
        };
        (await dispatcher.Post("/units/visiting", ahead)).Expect(422, "occurredAtInFuture");
        (await (await Gateway.As("admin")).Post("/units/visiting", Visit("V", "V"))).Expect(403, "forbidden");
    }

    [Fact]
    public async Task The_position_of_a_visitor_is_judged_as_every_other()
    {
        var dispatcher = await Gateway.As("dispatcher");
        var (lost, old) = (fixture.Fresh("V"), fixture.Fresh("V"));
        var nowhere = new { id = lost, callSign = lost, kind = "patrol", agency = "a", position = new { lat = 0, lon = 0 } };
        (await dispatcher.Post("/units/visiting", nowhere)).Expect(422, "implausiblePlace");
        (await dispatcher.Get("/units/" + lost)).Expect(404, "notFound");

        // Where it was an hour ago is in its track; it does not say where it is.
        var position = new { lat = 36.5, lon = 113.0, at = DateTimeOffset.UtcNow.AddHours(-1) };
        (await dispatcher.Post("/units/visiting", new { id = old, callSign = old, kind = "patrol", agency = "a", position })).Expect(201);
        var read = (await dispatcher.Get("/units/" + old)).Expect(200).Json;
        Assert.Equal(JsonValueKind.Null, read.GetProperty("position").ValueKind);
        Assert.Equal("outdated", read.GetProperty("reporting").GetProperty("lastRejected").GetProperty("code").GetString());
    }

    private static object Visit(string id, string callSign) => new { id, callSign, kind = "patrol", agency = "a" };

    private static object Content(string callSign, bool? retired = null) => retired is { } gone
        ? new { callSign, kind = "patrol", retired = gone }
        : new { callSign, kind = "patrol" };
}
