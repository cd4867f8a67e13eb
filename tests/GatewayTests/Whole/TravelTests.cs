using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>What is learned about driving, over HTTP, from drives that were reported over HTTP.</summary>
public sealed class TravelTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    [Fact]
    public async Task The_journals_own_drives_are_read_and_a_few_of_them_correct_nothing()
    {
        var dispatcher = await fixture.Gateway.As("dispatcher");
        var (unit, incident) = (await fixture.FreeUnit(), await fixture.Incident());
        var start = DateTimeOffset.UtcNow.AddMinutes(-10);
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit }, occurredAt = start })).Expect(200);
        foreach (var (stage, minutes) in new[] { ("enRoute", 1), ("onScene", 6), ("cleared", 9) })
        {
            (await dispatcher.Post(
                $"/incidents/{incident}/assignments/{unit}/progress", new { stage, occurredAt = start.AddMinutes(minutes) }))
                .Expect(200);
        }

        var reader = await fixture.Gateway.As("auditor");
        Reply model = null!;
        await Until.HoldsAsync(
            "a journey was learned from",
            async () => (model = (await reader.Get("/settings/travel")).Expect(200)).Int("version") > 0,
            stop: TestContext.Current.CancellationToken);

        Assert.Equal((1, false), (model.Int("journeys"), model.Json.GetProperty("corrected").GetBoolean()));
        Assert.Equal(126, model.Json.GetProperty("secondsPerKm").GetDouble());
    }
}
