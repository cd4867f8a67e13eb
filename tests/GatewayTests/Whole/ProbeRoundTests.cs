using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.GatewayTests.Probing;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>The probe on a real gateway: its round comes through, concerns nobody, and what a dead one left is ended by the next.</summary>
[Collection(RealGateway.Name)]
public sealed class ProbeRoundTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_round_comes_through_and_stands_on_no_report()
    {
        var (unit, began) = (fixture.Fresh("PROBE-"), DateTimeOffset.UtcNow);
        using var probe = New(unit);
        await probe.TickAsync();
        Assert.DoesNotContain(probe.Steps, s => !s.EndsWith("done", StringComparison.Ordinal));
        Assert.Contains("feed done", probe.Steps);
        Assert.NotNull(probe.LastSuccess);
        probe.Forget();
        await probe.TickAsync();
        Assert.Equal(["note done"], probe.Steps);

        var dispatcher = await Gateway.As("dispatcher");
        var incident = Assert.Single(
            (await dispatcher.Get($"/incidents?status=all&q={unit}%3A")).Expect(200).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(
            (true, "closed", unit),
            (
                incident.GetProperty("exercise").GetBoolean(),
                incident.GetProperty("status").GetString(),
                Assert.Single(incident.GetProperty("assignments").EnumerateArray()).GetProperty("unitId").GetString()));
        Assert.Equal("offDuty", (await dispatcher.Get("/units/" + unit)).Expect(200).String("status"));
        Assert.Equal(
            [
                "IncidentCreated", "UnitAssigned", "UnitAcknowledged", "UnitEnRoute", "UnitOnScene", "FeedbackGiven", "UnitCleared",
                "IncidentClosed", "NoteAdded",
            ],
            (await dispatcher.Get($"/incidents/{incident.GetProperty("id").GetString()}/trail?limit=50"))
                .Expect(200)
                .Json.GetProperty("items")
                .EnumerateArray()
                .Select(e => e.GetProperty("kind").GetString()));

        var supervisor = await Gateway.As("supervisor");
        foreach (var report in new[] { "response-times?groupBy=category", "response-times?groupBy=unit", "summary?groupBy=day" })
            Assert.DoesNotContain(
                "probe",
                (await supervisor.Get($"/reports/{report}&from={Time(began.AddDays(-1))}&to={Time(began.AddDays(1))}")).Expect(200).Text,
                StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Its_unit_is_never_recommended_and_counts_as_none()
    {
        var admin = await Gateway.As("admin");
        var unit = fixture.Fresh("PROBE-");
        (await admin.Put(
            "/units/" + unit,
            new { callSign = unit, kind = "probe", capabilities = new[] { "arrest" }, home = new { lat = -44.53, lon = 170.05 } }))
            .Expect(201);
        (await admin.Post($"/units/{unit}/duty", new { onDuty = true })).Expect(200);
        var dispatcher = await Gateway.As("dispatcher");
        foreach (var exercise in new[] { false, true })
        {
            var id = (await dispatcher.Post(
                "/incidents",
                new { category = "theft", priority = 1, location = new { lat = -44.53, lon = 170.05 }, exercise, confirmed = true }))
                .Expect(201)
                .String("id");
            Assert.DoesNotContain(
                unit, (await dispatcher.Get($"/incidents/{id}/recommendations?count=50")).Expect(200).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(
                unit, (await dispatcher.Get($"/incidents/{id}/response-plan")).Expect(200).Text, StringComparison.Ordinal);
        }

        // The very same unit, were it a car: nothing but its kind keeps it back.
        (await admin.Put(
            "/units/" + unit,
            new { callSign = unit, kind = "patrol", capabilities = new[] { "arrest" }, home = new { lat = -44.53, lon = 170.05 } }))
            .Expect(200);
        var real = (await dispatcher.Post(
            "/incidents",
            new { category = "theft", priority = 1, location = new { lat = -44.53, lon = 170.05 } })).Expect(201).String("id");
        Assert.Equal(
            unit,
            (await dispatcher.Get($"/incidents/{real}/recommendations?count=1")).Expect(200).Json[0].GetProperty("unitId").GetString());
        (await admin.Post($"/units/{unit}/duty", new { onDuty = false })).Expect(200);
    }

    [Fact]
    public async Task What_a_probe_left_that_was_killed_in_the_middle_is_ended_by_the_next()
    {
        var unit = fixture.Fresh("PROBE-");
        var dispatcher = await Gateway.As("dispatcher");
        using (var killed = New(unit, new DiesAt("onScene")))
            await killed.TickAsync();
        var left = Assert.Single(await OpenAsync());
        Assert.Equal(
            ("enRoute", left.GetProperty("id").GetString()),
            (await StatusAsync(), (await dispatcher.Get("/units/" + unit)).String("incidentId")));

        using var next = New(unit);
        await next.TickAsync();
        Assert.NotNull(next.LastSuccess);
        Assert.Empty(await OpenAsync());
        Assert.Equal("offDuty", await StatusAsync());
        var ended = (await dispatcher.Get("/incidents/" + left.GetProperty("id").GetString())).Expect(200).Json;
        Assert.Equal(
            ("closed", "cleared"),
            (ended.GetProperty("status").GetString(), ended.GetProperty("assignments")[0].GetProperty("stage").GetString()));

        async Task<List<JsonElement>> OpenAsync() =>
            [.. (await dispatcher.Get($"/incidents?q={unit}%3A")).Expect(200).Json.GetProperty("items").EnumerateArray()];
        async Task<string> StatusAsync() => (await dispatcher.Get("/units/" + unit)).Expect(200).String("status");
    }

    private TestProbe New(string unit) => New(unit, new SocketsHttpHandler());

    private TestProbe New(string unit, HttpMessageHandler way) =>
        new(TimeProvider.System, [new HttpClient(way) { BaseAddress = Gateway.Address }], unit: unit, devKey: DevSignIn.Key);

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);

    /// <summary>A process that is killed when it is about to send a word: nothing comes of it from then on.</summary>
    private sealed class DiesAt(string word) : DelegatingHandler(new SocketsHttpHandler())
    {
        private bool _isDead;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _isDead |= request.Content is not null && (await request.Content.ReadAsStringAsync(cancellationToken))
                .Contains(word, StringComparison.Ordinal);
            return _isDead ? throw new HttpRequestException("It is dead.") : await base.SendAsync(request, cancellationToken);
        }
    }
}
