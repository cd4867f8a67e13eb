using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>A program that starts with its clock an hour back is not ready, and lets nothing happen before what is recorded.</summary>
public sealed class ClockBehindTests
{
    [Fact]
    public async Task With_the_clock_an_hour_back_it_is_not_ready_and_now_is_not_before_what_is_recorded()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-clock-").FullName;
        try
        {
            DateTimeOffset recorded;
            string before;
            await using (var right = await TestGateway.Real("--Tocsin:DataDirectory", folder))
            {
                var admin = await right.As("admin");
                (await admin.Put("/units/P1", new { callSign = "P1", kind = "patrol" })).Expect(201);
                (await admin.Post("/units/P1/duty", new { onDuty = true })).Expect(200);
                before = await Make(right);
                recorded = await Recorded(right, before);
            }

            var clock = new MovedClock { Moved = TimeSpan.FromHours(-1) };
            await using var gateway = await TestGateway.Real(
                builder =>
                {
                    builder.Logging.ClearProviders();
                    builder.Services.AddSingleton<TimeProvider>(clock);
                },
                "--Tocsin:DataDirectory",
                folder);
            await Until.HoldsAsync("it is not ready", async () =>
                (await gateway.Http.GetAsync("/healthz/ready")) is { StatusCode: System.Net.HttpStatusCode.ServiceUnavailable } answer
                && (await answer.Content.ReadAsStringAsync()).Length > 0);
            var dispatcher = await gateway.As("dispatcher");
            var made = (await dispatcher.Get("/incidents/" + await Make(gateway))).Expect(200);
            Assert.True(made.Json.GetProperty("receivedAt").GetDateTimeOffset() >= recorded);
            var assigned = (await dispatcher.Post($"/incidents/{before}/assignments", new { unitIds = new[] { "P1" } })).Expect(200);
            Assert.True(assigned.Json.GetProperty("assignments")[0].GetProperty("assignedAt").GetDateTimeOffset()
                >= assigned.Json.GetProperty("receivedAt").GetDateTimeOffset());

            clock.Moved = TimeSpan.Zero;
            await Until.HoldsAsync(
                "it is ready", async () => (await gateway.Http.GetAsync("/healthz/ready")).IsSuccessStatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Make(TestGateway gateway) => (await (await gateway.As("dispatcher"))
        .Post("/incidents", new { category = "theft", priority = 2 })).Expect(201).String("id");

    private static async Task<DateTimeOffset> Recorded(TestGateway gateway, string incident) =>
        (await (await gateway.As("dispatcher")).Get($"/incidents/{incident}/trail")).Expect(200)
            .Json.GetProperty("items")[0].GetProperty("recordedAt").GetDateTimeOffset();
}
