using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>
/// With no policy chosen, an incident that nobody is sent to is late all the same, over HTTP: here after a second at priority 1.
/// </summary>
public sealed class UnattendedTests
{
    [Fact]
    public async Task Without_a_policy_who_waits_is_overdue_and_climbs_until_somebody_is_sent()
    {
        await using var gateway = await TestGateway.Real("--Tocsin:Unattended:1", "1");
        var (dispatcher, admin) = (await gateway.As("dispatcher"), await gateway.As("admin"));
        Assert.Equal("""{"name":null,"version":0,"builtIn":true}""", (await dispatcher.Get("/settings/policy")).Expect(200).Text);
        var made = (await dispatcher.Post("/incidents", new { category = "持刀伤人", priority = 1 })).Expect(201);
        var clock = Assert.Single(made.Json.GetProperty("clocks").EnumerateArray());
        Assert.Equal(("assign", "running"), (clock.GetProperty("stage").GetString(), clock.GetProperty("state").GetString()));
        var incident = made.String("id");

        JsonElement[] late = [];
        await Until.HoldsAsync("it is overdue and the station is told", async () =>
        {
            late = [.. (await dispatcher.Get("/overdue")).Expect(200).Json.GetProperty("items").EnumerateArray()];
            return late is [var one] && one.GetProperty("level").GetString() is not null;
        });
        Assert.Equal(
            ("overdue", "assign", incident),
            (late[0].GetProperty("kind").GetString(), late[0].GetProperty("stage").GetString(),
                late[0].GetProperty("incidentId").GetString()));
        var board = (await dispatcher.Get("/board")).Expect(200).Json.GetProperty("incidents")[0];
        Assert.NotEqual(JsonValueKind.Null, board.GetProperty("unattendedSince").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, board.GetProperty("clocks")[0].GetProperty("overdueAt").ValueKind);

        (await admin.Put("/units/P1", new { callSign = "P1", kind = "patrol" })).Expect(201);
        (await admin.Post("/units/P1/duty", new { onDuty = true })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { "P1" } })).Expect(200);
        await Until.HoldsAsync("nothing is late", async () => (await dispatcher.Get("/overdue")).Expect(200).Int("total") == 0);

        // Recalled, it waits again, and that is late again.
        (await dispatcher.Post($"/incidents/{incident}/assignments/P1/progress", new { stage = "cancelled" })).Expect(200);
        await Until.HoldsAsync("it is late again", async () => (await dispatcher.Get("/overdue")).Expect(200).Int("total") == 1);
    }

    [Fact]
    public async Task A_chosen_policy_can_be_taken_back_and_the_built_in_limits_hold()
    {
        await using var gateway = await TestGateway.Real();
        var (dispatcher, admin) = (await gateway.As("dispatcher"), await gateway.As("admin"));
        var chosen = (await admin.Put("/settings/policy", new { name = "met-police" })).Expect(200);
        Assert.Equal("""{"name":"met-police","version":1,"builtIn":false}""", chosen.Text);
        Assert.Equal(["assign", "arrive"], await Stages(dispatcher));
        var back = (await admin.Put("/settings/policy", """{"name":null}""")).Expect(200);
        Assert.Equal("""{"name":null,"version":2,"builtIn":true}""", back.Text);
        Assert.Equal(back.Text, (await dispatcher.Get("/settings/policy")).Expect(200).Text);
        Assert.Equal(["assign"], await Stages(dispatcher));
    }

    private static async Task<string?[]> Stages(Person dispatcher) =>
        [.. (await dispatcher.Post("/incidents", new { category = "theft", priority = 2 }))
            .Expect(201).Json.GetProperty("clocks").EnumerateArray().Select(c => c.GetProperty("stage").GetString())];
}
