using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>A unit that is gone is retired, over HTTP, with a real silo behind.</summary>
[Collection(RealGateway.Name)]
public sealed class RetiredUnitTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_retired_unit_stays_to_be_read_and_does_nothing_new()
    {
        var unit = await fixture.FreeUnit();
        var (admin, dispatcher) = (await Gateway.As("admin"), await Gateway.As("dispatcher"));
        (await admin.Put("/units/" + unit, Content(unit, retired: true))).Expect(409, "wrongStage");
        (await dispatcher.Post($"/units/{unit}/duty", new { onDuty = false })).Expect(200);
        Assert.True((await admin.Put("/units/" + unit, Content(unit, retired: true))).Expect(200).Json.GetProperty("retired").GetBoolean());

        (await dispatcher.Post($"/units/{unit}/duty", new { onDuty = true })).Expect(422, "retired");
        (await dispatcher.Post($"/units/{unit}/messages", new { text = "come" })).Expect(422, "retired");
        var incident = await fixture.Incident();
        var refused = (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit }, mode = "any" }))
            .Expect(422, "retired");
        Assert.Equal(["unitIds retired"], refused.Errors);

        var read = (await dispatcher.Get("/units/" + unit)).Expect(200);
        Assert.Equal((true, "offDuty"), (read.Json.GetProperty("retired").GetBoolean(), read.String("status")));
        (await dispatcher.Get($"/units/{unit}/trail")).Expect(200);
        Assert.DoesNotContain(unit, (await dispatcher.Get("/board")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_the_word_leaves_it_retired_and_false_brings_it_back()
    {
        var unit = fixture.Fresh("U");
        var admin = await Gateway.As("admin");
        Assert.Equal(2, (await admin.Put("/units/" + unit, Content(unit, retired: true))).Expect(201).Int("version"));
        var plain = new { callSign = unit, kind = "van" };
        Assert.True((await admin.Put("/units/" + unit, plain)).Expect(200).Json.GetProperty("retired").GetBoolean());
        var back = (await admin.Put("/units/" + unit, Content(unit, retired: false))).Expect(200);
        Assert.False(back.Json.GetProperty("retired").GetBoolean());
        (await admin.Post($"/units/{unit}/duty", new { onDuty = true })).Expect(200);
    }

    [Fact]
    public async Task A_unit_on_an_incident_names_it_and_a_null_is_no_word()
    {
        var unit = await fixture.FreeUnit();
        var (admin, dispatcher) = (await Gateway.As("admin"), await Gateway.As("dispatcher"));
        var incident = await fixture.Incident();
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        var busy = (await admin.Put("/units/" + unit, Content(unit, retired: true))).Expect(409, "unitBusy");
        Assert.Equal(incident, busy.Json.GetProperty("units")[0].GetProperty("incidentId").GetString());
        var faulty = (await admin.Put("/units/" + unit, new { callSign = unit, kind = "van", retired = (bool?)null }))
            .Expect(400, "invalid");
        Assert.Equal(["retired required"], faulty.Errors);
    }

    private static object Content(string unit, bool retired) => new { callSign = unit, kind = "patrol", retired };
}
