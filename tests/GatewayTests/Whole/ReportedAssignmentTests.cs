using System.Globalization;
using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>
/// A report goes to the assignment that it names, over HTTP, with a real silo behind: a press that was kept on a phone while its unit was
/// sent to the same incident again. On a gateway of its own, with a timing policy.
/// </summary>
public sealed class ReportedAssignmentTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow.AddSeconds(-120);

    private TestGateway Gateway => fixture.Gateway;

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task A_kept_arrival_of_the_first_assignment_leaves_the_second_untouched(int? named)
    {
        await Policy();
        var (incident, unit) = await Sent();
        var (dispatcher, device) = (await Gateway.As("dispatcher"), await Gateway.As("unit", unit: unit));
        (await device.Post(Progress(incident, unit), new { stage = "enRoute", assignment = 1, occurredAt = At(2) })).Expect(200);
        (await dispatcher.Post(Progress(incident, unit), new { stage = "cancelled", assignment = 1, occurredAt = At(6) })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit }, occurredAt = At(8) })).Expect(200);

        var kept = (await device.Post(Progress(incident, unit), Kept("onScene", named, At(4)), ("Idempotency-Key", "kept"))).Expect(200);
        var assignments = kept.Json.GetProperty("assignments");
        Assert.Equal(
            [(1, "cancelled", At(4)), (2, "assigned", null)],
            assignments.EnumerateArray().Select(a => (
                a.GetProperty("n").GetInt32(), a.GetProperty("stage").GetString(), a.GetProperty("onSceneAt").GetString())));
        var arrive = kept.Json.GetProperty("clocks").EnumerateArray().Last(c => c.GetProperty("stage").GetString() == "arrive");
        Assert.Equal(
            ("running", At(8), false),
            (
                arrive.GetProperty("state").GetString(),
                arrive.GetProperty("startedAt").GetString(),
                arrive.GetProperty("suspect").GetBoolean()));
        Assert.Equal("assigned", (await dispatcher.Get("/units/" + unit)).Expect(200).String("status"));

        var written = (await Trail(incident)).Last(e => e.GetProperty("kind").GetString() == "UnitOnScene").GetProperty("data");
        Assert.Equal((1, true), (written.GetProperty("assignment").GetInt32(), written.GetProperty("late").GetBoolean()));
        var again = (await device.Post(Progress(incident, unit), Kept("onScene", named, At(4)), ("Idempotency-Key", "kept"))).Expect(200);
        Assert.Equal(kept.Int("version"), again.Int("version"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task A_kept_end_of_the_first_assignment_does_not_free_the_car_that_was_sent_again(int? named)
    {
        await Policy();
        var (incident, unit) = await Sent();
        var (dispatcher, device) = (await Gateway.As("dispatcher"), await Gateway.As("unit", unit: unit));
        (await device.Post(Progress(incident, unit), new { stage = "onScene", assignment = 1, occurredAt = At(2) })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled", occurredAt = At(6) })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/reopening", new { reason = "again", occurredAt = At(7) })).Expect(200);
        var sent = (await dispatcher.Post(
            $"/incidents/{incident}/assignments", new { unitIds = new[] { unit }, occurredAt = At(8) })).Expect(200);

        var kept = (await device.Post(Progress(incident, unit), Kept("cleared", named, At(4)))).Expect(200);
        Assert.Equal(sent.Int("version"), kept.Int("version"));
        Assert.Equal("assigned", kept.Json.GetProperty("assignments")[1].GetProperty("stage").GetString());
        Assert.Equal(JsonValueKind.Null, kept.Json.GetProperty("unattendedSince").ValueKind);
        var held = (await dispatcher.Get("/units/" + unit)).Expect(200);
        Assert.Equal(("assigned", incident), (held.String("status"), held.String("incidentId")));
    }

    [Fact]
    public async Task Feedback_and_corrections_go_to_the_assignment_that_they_name()
    {
        var (incident, unit) = await Sent();
        var supervisor = await Gateway.As("supervisor");
        (await supervisor.Post(Progress(incident, unit), new { stage = "onScene", occurredAt = At(2) })).Expect(200);
        (await supervisor.Post(Progress(incident, unit), new { stage = "cleared", occurredAt = At(6) })).Expect(200);
        (await supervisor.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit }, occurredAt = At(8) })).Expect(200);

        (await supervisor.Post($"/incidents/{incident}/feedback", new { unitId = unit, assignment = 1, outcome = "settled" })).Expect(200);
        var corrected = (await supervisor.Post(
            $"/incidents/{incident}/corrections",
            new { unitId = unit, assignment = 1, stage = "onScene", occurredAt = At(3), reason = "read from the radio" })).Expect(200);
        var (first, second) = (corrected.Json.GetProperty("assignments")[0], corrected.Json.GetProperty("assignments")[1]);
        Assert.Equal(At(3), first.GetProperty("onSceneAt").GetString());
        Assert.NotEqual(JsonValueKind.Null, first.GetProperty("feedbackAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("feedbackAt").ValueKind);
        Assert.Equal("assigned", second.GetProperty("stage").GetString());
    }

    [Fact]
    public async Task An_assignment_that_is_not_there_is_an_unknown_reference()
    {
        var (incident, unit) = await Sent();
        var supervisor = await Gateway.As("supervisor");
        (string Path, object Body)[] all =
        [
            (Progress(incident, unit), new { stage = "enRoute", assignment = 2 }),
            ($"/incidents/{incident}/feedback", new { unitId = unit, assignment = 2, outcome = "x" }),
            (
                $"/incidents/{incident}/corrections",
                new { unitId = unit, assignment = 2, stage = "assigned", occurredAt = At(1), reason = "x" }),
        ];
        foreach (var (path, body) in all)
        {
            var refused = (await supervisor.Post(path, body)).Expect(422, "unknownReference");
            Assert.Equal("assignment", Assert.Single(refused.Json.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task A_slow_device_is_put_right_and_one_that_is_hours_behind_is_not()
    {
        var (incident, unit) = await Sent();
        var device = await Gateway.As("unit", unit: unit);
        (await device.Post(Progress(incident, unit), new { stage = "enRoute", occurredAt = At(-8 * 3600) })).Expect(409, "wrongStage");
        var taken = (await device.Post(Progress(incident, unit), new { stage = "enRoute", occurredAt = At(-299) })).Expect(200);
        Assert.Equal(At(0), taken.Json.GetProperty("assignments")[0].GetProperty("enRouteAt").GetString());
        var written = (await Trail(incident)).Single(e => e.GetProperty("kind").GetString() == "UnitEnRoute");
        Assert.Equal(At(0), written.GetProperty("occurredAt").GetString());
        Assert.True(written.GetProperty("data").GetProperty("adjusted").GetBoolean());
    }

    [Fact]
    public async Task A_device_that_is_hours_behind_meets_no_clock_and_counts_apart_in_the_report()
    {
        await Policy();
        var category = fixture.Fresh("behind");
        var (incident, unit) = await Sent(category);
        var device = await Gateway.As("unit", unit: unit);
        (await device.Post(Progress(incident, unit), new { stage = "enRoute", assignment = 1, occurredAt = At(-8) })).Expect(200);
        var there = (await device.Post(Progress(incident, unit), new { stage = "onScene", assignment = 1, occurredAt = At(-5) }))
            .Expect(200);
        foreach (var stage in new[] { "acknowledge", "turnout", "arrive" })
        {
            var clock = Assert.Single(there.Json.GetProperty("clocks").EnumerateArray(), c => c.GetProperty("stage").GetString() == stage);
            Assert.Equal("void", clock.GetProperty("state").GetString());
            Assert.Equal(JsonValueKind.Null, clock.GetProperty("metAt").ValueKind);
            Assert.True(clock.GetProperty("suspect").GetBoolean());
        }

        var report = (await (await Gateway.As("supervisor")).Get(
            $"/reports/response-times?from={Uri.EscapeDataString(At(-60)!)}&to={Uri.EscapeDataString(At(600)!)}&groupBy=category"))
            .Expect(200).Json;
        var intervals = report.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("key").GetString() == category)
            .GetProperty("intervals");
        Assert.Equal((0, 1, 0), Counts(intervals.GetProperty("turnout")));
        Assert.Equal((0, 0, 1), Counts(intervals.GetProperty("travel")));
        Assert.Equal((0, 0, 1), Counts(intervals.GetProperty("response")));
        Assert.Equal((1, 0, 0), Counts(intervals.GetProperty("processing")));
    }

    private static (int Count, int Negative, int Suspect) Counts(JsonElement figures) => (
        figures.GetProperty("count").GetInt32(), figures.GetProperty("negative").GetInt32(), figures.GetProperty("suspect").GetInt32());

    // Received ten seconds before the start, a unit sent at the start.
    private async Task<(string Incident, string Unit)> Sent(string category = "theft")
    {
        var dispatcher = await Gateway.As("dispatcher");
        var unit = await fixture.FreeUnit();
        var incident = (await dispatcher.Post("/incidents", new { category, priority = 1, occurredAt = At(-10) })).Expect(201).String("id");
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit }, occurredAt = At(0) })).Expect(200);
        return (incident, unit);
    }

    private async Task Policy()
    {
        var admin = await Gateway.As("admin");
        var limits = new[] { "acknowledge", "turnout", "arrive" }.Select(stage => new { stage, limitSeconds = 3600 });
        await admin.Put("/settings/policies/story", new { limits });
        (await admin.Put("/settings/policy", new { name = "story" })).Expect(200);
    }

    private async Task<JsonElement[]> Trail(string incident) =>
        [.. (await (await Gateway.As("dispatcher")).Get($"/incidents/{incident}/trail?limit=200"))
            .Expect(200).Json.GetProperty("items").EnumerateArray()];

    private static string Progress(string incident, string unit) => $"/incidents/{incident}/assignments/{unit}/progress";

    private static object Kept(string stage, int? assignment, string? occurredAt) => new { stage, assignment, occurredAt };

    // Seconds after the start, as the gateway writes it.
    private string? At(int seconds) =>
        _start.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
