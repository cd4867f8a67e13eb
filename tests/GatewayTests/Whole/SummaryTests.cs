using System.Globalization;
using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>The summary over HTTP: two days long ago in which nobody else's test does anything.</summary>
[Collection(RealGateway.Name)]
public sealed class SummaryTests(RealGatewayFixture fixture)
{
    private static readonly DateTimeOffset Monday = new(2019, 9, 30, 0, 0, 0, TimeSpan.Zero);

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task What_was_put_in_comes_out_by_month_day_and_station()
    {
        var (dispatcher, unit) = (await Gateway.As("dispatcher"), await fixture.FreeUnit("elsewhere"));
        var first = await Call(Monday.AddHours(9));
        var help = (await dispatcher.Post("/incidents", new { callId = first, category = "群众求助", priority = 3, station = "summary-west" }))
            .Expect(201)
            .String("id");
        var second = await Call(Monday.AddHours(23));
        (await dispatcher.Post($"/calls/{second}/disposition", new { kind = "duplicate", incidentId = help })).Expect(200);
        (await dispatcher.Post($"/calls/{await Call(Monday.AddHours(25))}/disposition", new { kind = "nuisance" })).Expect(200);
        await Call(Monday.AddHours(26));
        await Handle(help, unit, Monday.AddHours(9));
        await Incident(new { category = "neighbour dispute", priority = 2, occurredAt = Time(Monday.AddHours(30)) });
        await Incident(new { category = "theft", priority = 1, occurredAt = Time(Monday.AddHours(31)), exercise = true });

        var month = await Summary("month");
        Assert.Equal(["2019-09", "2019-10"], month.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("key").GetString()));
        var total = month.GetProperty("total");
        Assert.Equal(
            (2, 4, 2d, 1, 1, 1, 1),
            (
                total.GetProperty("days").GetInt32(), total.GetProperty("calls").GetProperty("count").GetInt32(),
                total.GetProperty("calls").GetProperty("perDay").GetDouble(), Disposed(total, "incident"), Disposed(total, "duplicate"),
                Disposed(total, "nuisance"), total.GetProperty("calls").GetProperty("undisposed").GetInt32()));
        Assert.Equal(
            (2, 1),
            (
                total.GetProperty("incidents").GetProperty("count").GetInt32(),
                total.GetProperty("incidents").GetProperty("open").GetInt32()));
        Assert.Equal(
            (1, 1, 0),
            (
                total.GetProperty("helpCompleted").GetInt32(),
                total.GetProperty("disputesOpen").GetInt32(),
                total.GetProperty("disputesResolved").GetInt32()));
        Assert.Equal("""{"rescued":2}""", total.GetProperty("results").GetRawText());
        var clocks = total.GetProperty("clocks");
        Assert.Equal(
            """{"upTo":30,"count":1,"share":1,"within":1}""", clocks.GetProperty("acknowledge").GetProperty("buckets")[0].GetRawText());
        Assert.Equal(
            """{"upTo":600,"count":1,"share":1,"within":1}""", clocks.GetProperty("travel").GetProperty("buckets")[1].GetRawText());
        Assert.Equal(
            """{"upTo":null,"count":0,"share":0,"within":1}""", clocks.GetProperty("feedback").GetProperty("buckets")[4].GetRawText());

        var day = await Summary("day");
        Assert.Equal(
            ["2019-09-30 2", "2019-10-01 2"],
            day.GetProperty("groups").EnumerateArray()
                .Select(g => $"{g.GetProperty("key")} {g.GetProperty("figures").GetProperty("calls").GetProperty("count")}"));
        var station = await Summary("station");
        Assert.Equal(
            ["summary-west 2", " 2"],
            station.GetProperty("groups").EnumerateArray()
                .Select(g => $"{g.GetProperty("key")} {g.GetProperty("figures").GetProperty("calls").GetProperty("count")}"));
        Assert.Equal(JsonValueKind.Null, station.GetProperty("groups")[1].GetProperty("key").ValueKind);
        Assert.Equal(total.GetRawText(), station.GetProperty("total").GetRawText());
    }

    private static int Disposed(JsonElement figures, string word) =>
        figures.GetProperty("calls").GetProperty("dispositions").GetProperty(word).GetInt32();

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<string> Call(DateTimeOffset at) =>
        (await (await Gateway.As("callTaker")).Post("/calls", new { ringingAt = Time(at), answeredAt = Time(at.AddSeconds(5)) }))
            .Expect(201)
            .String("id");

    private async Task<string> Incident(object body) =>
        (await (await Gateway.As("dispatcher")).Post("/incidents", body)).Expect(201).String("id");

    private async Task Handle(string incident, string unit, DateTimeOffset at)
    {
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post(
            $"/incidents/{incident}/assignments", new { unitIds = new[] { unit }, occurredAt = Time(at.AddSeconds(60)) }))
            .Expect(200);
        foreach (var (stage, seconds) in new[] { ("acknowledged", 80), ("enRoute", 100), ("onScene", 500) })
        {
            (await dispatcher.Post(
                $"/incidents/{incident}/assignments/{unit}/progress", new { stage, occurredAt = Time(at.AddSeconds(seconds)) }))
                .Expect(200);
        }

        (await dispatcher.Post(
            $"/incidents/{incident}/feedback",
            new { unitId = unit, outcome = "found", results = new { rescued = 2 }, occurredAt = Time(at.AddSeconds(1000)) }))
            .Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "helped", occurredAt = Time(at.AddSeconds(1100)) }))
            .Expect(200);
    }

    private async Task<JsonElement> Summary(string by) =>
        (await (await Gateway.As("auditor")).Get($"/reports/summary?from={Time(Monday)}&to={Time(Monday.AddDays(2))}&groupBy={by}"))
            .Expect(200).Json;
}
