using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Positions are hearsay: what devices really send, from the request to the unit, the track, the board and the metric.</summary>
[Collection(RealGateway.Name)]
public sealed class PositionTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_position_without_a_fix_does_not_make_the_nearest_unit_the_last()
    {
        var (near, dispatcher) = (await fixture.FreeUnit(), await Gateway.As("dispatcher"));
        var incident = (await dispatcher.Post(
            "/incidents", new { category = "theft", priority = 2, location = new { lat = -35.28, lon = 149.13 }, confirmed = true }))
            .Expect(201)
            .String("id");
        var now = DateTimeOffset.UtcNow;
        Assert.Empty(Rejected(await Post(new { unitId = near, lat = -35.2805, lon = 149.13, at = now.AddSeconds(-5) })));
        Assert.Equal([(near, "noFix")], Rejected(await Post(new { unitId = near, lat = 0, lon = 0, at = now })));
        Assert.Equal([(near, "noFix")], Rejected(await Post(new { unitId = near, lat = 1, lon = 2, at = now, valid = false })));
        Assert.Equal([(near, "implausible")], Rejected(await Post(new { unitId = near, lat = -35.2805, lon = -149.13, at = now })));

        // Whoever reads the unit has the silo told at once; the recommender looks four times a second.
        Assert.Equal(-35.2805, Position(await dispatcher.Get("/units/" + near)).GetProperty("lat").GetDouble());
        JsonElement best = default;
        await Until.HoldsAsync(
            "the nearest unit is the first",
            async () =>
            {
                best = (await dispatcher.Get($"/incidents/{incident}/recommendations?count=1")).Expect(200).Json[0];
                return best.GetProperty("unitId").GetString() == near;
            },
            stop: TestContext.Current.CancellationToken);
        Assert.InRange(best.GetProperty("distanceMeters").GetDouble(), 1, 200);
    }

    [Fact]
    public async Task One_bad_row_stops_no_other_and_a_speed_of_minus_one_is_not_known()
    {
        var (one, two) = (await fixture.FreeUnit(), await fixture.FreeUnit());
        var at = DateTimeOffset.UtcNow;
        var reply = await Post(
            new { unitId = two, lat = 51.53, lon = -0.1, at, speed = 12.0, heading = 10 },
            new { unitId = one, lat = 51.53, lon = -0.1, at, speed = -1, heading = -1, accuracy = 12.5, source = "phone" },
            new { unitId = one, lat = 91, lon = -0.1, at },
            new { unitId = one, lon = -0.1, at });
        Assert.Equal([(one, "outOfRange"), (one, "invalid")], Rejected(reply));
        Assert.Equal(2, reply.Int("accepted"));
        var dispatcher = await Gateway.As("dispatcher");
        Assert.Equal(12, Position(await dispatcher.Get("/units/" + two)).GetProperty("speed").GetDouble());
        var position = Position(await dispatcher.Get("/units/" + one));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (Kind(position, "speed"), Kind(position, "heading")));
        Assert.Equal((12.5, "phone"), (position.GetProperty("accuracy").GetDouble(), position.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task A_device_whose_clock_is_30_seconds_fast_is_seen_at_each_report()
    {
        var (unit, dispatcher) = (await fixture.FreeUnit(), await Gateway.As("dispatcher"));
        foreach (var lat in new[] { 51.54, 51.5401, 51.5402 })
        {
            var sent = DateTimeOffset.UtcNow;
            Assert.Empty(Rejected(await Post(new { unitId = unit, lat, lon = -0.1, at = sent.AddSeconds(30) })));
            var position = Position(await dispatcher.Get("/units/" + unit));
            Assert.Equal(lat, position.GetProperty("lat").GetDouble());
            Assert.InRange(position.GetProperty("at").GetDateTimeOffset(), sent.AddMilliseconds(-1), DateTimeOffset.UtcNow.AddSeconds(1));
        }

        Assert.Equal(
            [(unit, "occurredAtInFuture")],
            Rejected(await Post(new { unitId = unit, lat = 51.54, lon = -0.1, at = DateTimeOffset.UtcNow.AddMinutes(6) })));
    }

    [Fact]
    public async Task An_outdated_position_stands_in_the_track_and_the_unit_does_not_move()
    {
        var (unit, dispatcher) = (await fixture.FreeUnit(), await Gateway.As("dispatcher"));
        var now = DateTimeOffset.UtcNow;
        var reply = await Post(
            new { unitId = unit, lat = 51.51, lon = -0.1, at = now.AddMinutes(-30) },
            new { unitId = unit, lat = 51.52, lon = -0.1, at = now.AddMinutes(-20) },
            new { unitId = unit, lat = 51.99, lon = -0.1, at = now.AddDays(-300) });
        Assert.Equal([(unit, "outdated"), (unit, "outdated"), (unit, "outdated")], Rejected(reply));
        var shown = (await dispatcher.Get("/units/" + unit)).Expect(200).Json;
        Assert.Equal(JsonValueKind.Null, Kind(shown, "position"));
        Assert.Equal("outdated", shown.GetProperty("reporting").GetProperty("lastRejected").GetProperty("code").GetString());
        var track = (await dispatcher.Get($"/units/{unit}/track")).Expect(200).Json.GetProperty("points");
        Assert.Equal([51.51, 51.52], track.EnumerateArray().Select(p => p.GetProperty("lat").GetDouble()));
    }

    [Fact]
    public async Task A_distress_call_from_a_device_without_a_fix_is_where_the_unit_was_seen_last()
    {
        var unit = await fixture.FreeUnit();
        await Post(new { unitId = unit, lat = 51.5, lon = -0.1, at = DateTimeOffset.UtcNow.AddSeconds(-5) });
        await (await Gateway.As("dispatcher")).Get("/units/" + unit);
        var panic = (await (await Gateway.As("unit", unit: unit)).Post($"/units/{unit}/panic", new { location = new { lat = 0, lon = 0 } }))
            .Expect(201).Json;
        Assert.Equal(
            ("position", 51.5),
            (panic.GetProperty("located").GetProperty("from").GetString(), panic.GetProperty("location").GetProperty("lat").GetDouble()));
    }

    [Fact]
    public async Task A_unit_whose_reports_are_refused_for_two_minutes_is_marked_on_the_board_until_one_is_taken()
    {
        var clock = new ShiftedClock();
        await using var gateway = await TestGateway.Real(builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
        });
        var (admin, feeder, dispatcher) = (await gateway.As("admin"), await gateway.As("feeder"), await gateway.As("dispatcher"));
        (await admin.Put("/units/P1", new { callSign = "P1", kind = "patrol" })).Expect(201);
        (await admin.Post("/units/P1/duty", new { onDuty = true })).Expect(200);
        await using var feed = await FeedReader.OpenAsync(gateway, await gateway.Token("dispatcher"), "?positions=all");

        await feeder.Post("/positions", new object[] { new { unitId = "P1", lat = 51.5, lon = -0.1, at = clock.GetUtcNow() } });
        await Refused();
        var reporting = (await dispatcher.Get("/units/P1")).Expect(200).Json.GetProperty("reporting");
        Assert.Equal("noFix", reporting.GetProperty("lastRejected").GetProperty("code").GetString());
        Assert.Equal((JsonValueKind.String, JsonValueKind.Null), (Kind(reporting, "lastHeardAt"), Kind(reporting, "refused")));
        Assert.Equal(JsonValueKind.Null, Kind(await OnBoard(), "reporting"));

        clock.Forward(TimeSpan.FromSeconds(125));
        await Refused();
        Assert.Equal("noFix", (await dispatcher.Get("/units/P1")).Json.GetProperty("reporting").GetProperty("refused").GetString());
        var marked = await Told(feed);
        Assert.Equal("noFix", marked.GetProperty("refused").GetString());
        var shown = (await OnBoard()).GetProperty("reporting");
        Assert.Equal(
            ("noFix", marked.GetProperty("since").GetString()),
            (shown.GetProperty("refused").GetString(), shown.GetProperty("since").GetString()));

        await feeder.Post("/positions", new object[] { new { unitId = "P1", lat = 51.5, lon = -0.1, at = clock.GetUtcNow() } });
        Assert.Equal(JsonValueKind.Null, Kind(await Told(feed), "refused"));
        Assert.Equal(JsonValueKind.Null, Kind(await OnBoard(), "reporting"));
        reporting = (await dispatcher.Get("/units/P1")).Json.GetProperty("reporting");
        Assert.Equal((JsonValueKind.Object, JsonValueKind.Null), (Kind(reporting, "lastRejected"), Kind(reporting, "refused")));

        async Task Refused()
        {
            var rows = new object[] { new { unitId = "P1", lat = 0, lon = 0, at = clock.GetUtcNow() } };
            Assert.Equal([("P1", "noFix")], Rejected((await feeder.Post("/positions", rows)).Expect(202)));
        }

        async Task<JsonElement> OnBoard() => (await dispatcher.Get("/board")).Expect(200).Json.GetProperty("units")[0];
    }

    [Fact]
    public async Task Ten_thousand_positions_with_bad_rows_of_every_code_move_all_units_and_every_bad_row_is_counted()
    {
        const int batches = 10, good = 950, bad = 50;
        string[] codes = ["invalid", "outOfRange", "noFix", "occurredAtInFuture", "outdated", "implausible", "unknownReference"];
        await using var gateway = await TestGateway.Real();
        var units = await UnitsAsync(gateway, good);
        using var counts = new Counts(gateway);
        var (feeder, dispatcher) = (await gateway.As("feeder"), await gateway.As("dispatcher"));
        var expected = new Dictionary<string, int>();
        var begin = DateTimeOffset.UtcNow.AddSeconds(-batches);
        for (var batch = 0; batch < batches; batch++)
        {
            var at = begin.AddSeconds(batch);
            var rows = units.Select((unit, i) => (object)new { unitId = unit, lat = Lat(i, batch), lon = 113.0, at, speed = -1 }).ToList();
            for (var i = 0; i < bad; i++)
            {
                // After the unit's good row, here and there among the others.
                var (unit, code) = (units[i * 19], codes[((batch * bad) + i) % codes.Length]);
                rows.Insert((i * 20) + 1, Bad(code, unit, at));
                expected[code] = expected.GetValueOrDefault(code) + 1;
            }

            var reply = (await feeder.Post("/positions", rows)).Expect(202);
            Assert.Equal((good, bad), (reply.Int("accepted"), reply.Json.GetProperty("rejected").GetArrayLength()));
        }

        var own = (await (await gateway.As("unit", unit: units[0])).Post(
            "/positions", new object[] { Bad("implausible", units[1], begin), Bad("noFix", units[0], begin) })).Expect(202);
        Assert.Equal([(units[1], "notYours"), (units[0], "noFix")], Rejected(own));
        (expected["notYours"], expected["noFix"]) = (1, expected["noFix"] + 1);

        Assert.Equal(batches * (good + bad), (batches * good) + expected.Values.Sum() - 2);
        Assert.Equal(expected.OrderBy(e => e.Key), counts.Of.Where(c => c.Value > 0).OrderBy(c => c.Key));
        var seen = new Dictionary<string, double>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await dispatcher.Get($"/units?limit=200{cursor}")).Expect(200).Json;
            foreach (var unit in page.GetProperty("items").EnumerateArray())
                seen[unit.GetProperty("id").GetString()!] = unit.GetProperty("position").GetProperty("lat").GetDouble();
            cursor = page.GetProperty("next").GetString() is { } next ? "&cursor=" + Uri.EscapeDataString(next) : null;
        }

        Assert.Equal(units.Select((unit, i) => KeyValuePair.Create(unit, Lat(i, batches - 1))), seen.OrderBy(s => s.Key));
        var metrics = await gateway.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        foreach (var code in codes.Append("notYours"))
            Assert.Matches($"tocsin_positions_rejected_total{{[^}}]*code=\"{code}\"", metrics);
    }

    // 22 m a second further north.
    private static double Lat(int unit, int batch) => Math.Round(36 + (unit * 0.0001) + (batch * 0.0002), 6);

    private static object Bad(string code, string unit, DateTimeOffset at) => code switch
    {
        "invalid" => new { unitId = unit, lat = "36", lon = 113.0, at },
        "outOfRange" => new { unitId = unit, lat = 36.0, lon = 300, at },
        "noFix" => new { unitId = unit, lat = 0, lon = 0, at },
        "occurredAtInFuture" => new { unitId = unit, lat = 36.0, lon = 113.0, at = at.AddHours(8) },
        "outdated" => new { unitId = unit, lat = 36.0, lon = 113.0, at = at.AddYears(-1) },
        "implausible" => new { unitId = unit, lat = -36.0, lon = 113.0, at = at.AddMilliseconds(500) },
        _ => (object)new { unitId = "ghost-" + unit, lat = 36.0, lon = 113.0, at },
    };

    private static async Task<string[]> UnitsAsync(TestGateway gateway, int count)
    {
        var admin = await gateway.As("admin");
        var units = Enumerable.Range(0, count).Select(i => $"P{i:0000}").ToArray();
        await Parallel.ForEachAsync(units, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (unit, _) =>
            (await admin.Put("/units/" + unit, new { callSign = unit, kind = "patrol" })).Expect(201));
        return units;
    }

    private static JsonValueKind Kind(JsonElement thing, string name) => thing.GetProperty(name).ValueKind;

    private static JsonElement Position(Reply unit) => unit.Expect(200).Json.GetProperty("position");

    private static IEnumerable<(string? Unit, string? Code)> Rejected(Reply reply) => reply.Json.GetProperty("rejected").EnumerateArray()
        .Select(r => (r.GetProperty("unitId").GetString(), r.GetProperty("code").GetString()));

    private static async Task<JsonElement> Told(FeedReader feed) =>
        Assert.Single((await feed.UntilAsync(f => f.Name == "reporting")).Data.EnumerateArray());

    private async Task<Reply> Post(params object[] rows) => (await (await Gateway.As("feeder")).Post("/positions", rows)).Expect(202);

    // By this gateway's own count: what /metrics shows is shared by all gateways of the process.
    private sealed class Counts : IDisposable
    {
        private readonly MeterListener _listener = new();

        public Counts(TestGateway gateway)
        {
            var own = gateway.Service<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "tocsin.positions.rejected" && instrument.Meter.Scope == own)
                    self.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
                Of.AddOrUpdate((string)tags[0].Value!, (int)value, (_, known) => known + (int)value));
            _listener.Start();
        }

        public ConcurrentDictionary<string, int> Of { get; } = new();

        public void Dispose() => _listener.Dispose();
    }
}
