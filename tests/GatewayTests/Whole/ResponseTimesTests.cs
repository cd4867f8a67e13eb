using System.Globalization;
using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Response times over HTTP: a day long ago in which nobody else's test does anything.</summary>
[Collection(RealGateway.Name)]
public sealed class ResponseTimesTests(RealGatewayFixture fixture)
{
    private const string Path = "/reports/response-times";

    private static readonly DateTimeOffset Day = new(2018, 3, 5, 0, 0, 0, TimeSpan.Zero);

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task Who_never_signed_is_counted_beside_who_did_and_each_figure_lists_its_incidents()
    {
        var dispatcher = await Gateway.As("dispatcher");
        var (signed, silent) = (await fixture.FreeUnit("reported"), await fixture.FreeUnit("reported"));
        var id = (await dispatcher.Post("/incidents", new { category = "never", priority = 1, occurredAt = Time(0) }))
            .Expect(201).String("id");
        await Assign(id, 10, signed, silent);
        (await dispatcher.Post(
            $"/incidents/{id}/assignments/{signed}/progress", new { stage = "acknowledged", occurredAt = Time(14) })).Expect(200);
        (await dispatcher.Post($"/incidents/{id}/closure", new { disposition = "done", occurredAt = Time(900) })).Expect(200);
        var alone = (await dispatcher.Post("/incidents", new { category = "never", priority = 2, occurredAt = Time(60) }))
            .Expect(201).String("id");
        (await dispatcher.Post($"/incidents/{alone}/closure", new { disposition = "nobody", occurredAt = Time(120) })).Expect(200);

        var report = (await (await Gateway.As("auditor")).Get($"{Path}?{Span}&groupBy=priority")).Expect(200).Json;
        Assert.Equal("1 of 2, 1 never, 0 open", Figure(report.GetProperty("total"), "acknowledge"));
        Assert.Equal("1 of 2, 1 never, 0 open", Figure(report.GetProperty("total"), "processing"));
        Assert.Equal("0 of 2, 2 never, 0 open", Figure(report.GetProperty("total"), "response"));
        Assert.Equal(["1", "2"], report.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("key").GetString()));
        Assert.Equal("0 of 1, 1 never, 0 open", Figure(report.GetProperty("groups")[1], "response"));
        var summary = (await (await Gateway.As("auditor")).Get($"/reports/summary?{Span}")).Expect(200).Json;
        Assert.Equal(1, summary.GetProperty("total").GetProperty("clocks").GetProperty("acknowledge").GetProperty("never").GetInt32());

        var never = await List("interval=acknowledge&show=never");
        var item = Assert.Single(never.Items);
        Assert.Equal(
            (id, silent, "reported", "never", 890),
            (
                item.GetProperty("incidentId").GetString(), item.GetProperty("unitId").GetString(), item.GetProperty("station").GetString(),
                item.GetProperty("state").GetString(), item.GetProperty("seconds").GetInt32()));
        Assert.Equal(JsonValueKind.Null, item.GetProperty("endedAt").ValueKind);
        Assert.Matches(@"^\d{6}-\d{4,}$", item.GetProperty("number").GetString());
        Assert.Equal([signed], Units(await List("interval=acknowledge&show=measured")));
        Assert.Equal([silent], Units(await List($"interval=acknowledge&groupBy=unit&key={silent}")));
        Assert.Equal([alone, id], Ids(await List("interval=response")));
        Assert.Equal([alone], Ids(await List("interval=response&key=2")));

        var first = await List("interval=response&limit=1");
        Assert.Equal([alone], Ids(first));
        var second = await List($"interval=response&limit=1&cursor={first.Next}");
        Assert.Equal([id], Ids(second));
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData("", "interval required")]
    [InlineData("interval=arrival", "interval notInList")]
    [InlineData("interval=travel&show=some", "show notInList")]
    [InlineData("interval=travel&cursor=nonsense!", "cursor malformed")]
    [InlineData("interval=travel&priority=1", "priority unknownField")]
    [InlineData("interval=travel&limit=201", "limit outOfRange")]
    public async Task What_is_asked_wrongly_is_refused_and_named(string query, string error)
    {
        var auditor = await Gateway.As("auditor");
        Assert.Equal([error], (await auditor.Get($"{Path}/incidents?{Span}&{query}".TrimEnd('&'))).Expect(400, "invalid").Errors);
    }

    [Fact]
    public async Task A_span_without_an_end_is_refused_and_only_who_may_read_reports_may_read_what_is_behind_them()
    {
        var from = Time(0);
        var auditor = await Gateway.As("auditor");
        Assert.Equal(
            ["to required"], (await auditor.Get($"{Path}/incidents?from={from}&interval=travel")).Expect(400, "invalid").Errors);
        Assert.Equal(
            ["to outOfRange"],
            (await auditor.Get($"{Path}/incidents?from={from}&to={from}&interval=travel")).Expect(400, "invalid").Errors);
        (await (await Gateway.As("dispatcher")).Get($"{Path}/incidents?{Span}&interval=travel")).Expect(403, "forbidden");
    }

    private static string Span => $"from={Time(0)}&to={Time(86_400)}";

    private static string Time(int seconds) => Day.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Figure(JsonElement group, string interval)
    {
        var figure = group.GetProperty("intervals").GetProperty(interval);
        var (count, never, open) = (Number("count"), Number("never"), Number("open"));
        return $"{count} of {count + never + open + Number("negative")}, {never} never, {open} open";

        int Number(string name) => figure.GetProperty(name).GetInt32();
    }

    private static string[] Ids((JsonElement[] Items, string? Next) page) =>
        [.. page.Items.Select(i => i.GetProperty("incidentId").GetString()!)];

    private static string[] Units((JsonElement[] Items, string? Next) page) =>
        [.. page.Items.Select(i => i.GetProperty("unitId").GetString()!)];

    private async Task Assign(string incident, int seconds, params string[] unitIds) =>
        (await (await Gateway.As("dispatcher")).Post($"/incidents/{incident}/assignments", new { unitIds, occurredAt = Time(seconds) }))
            .Expect(200);

    private async Task<(JsonElement[] Items, string? Next)> List(string query)
    {
        var page = (await (await Gateway.As("supervisor")).Get($"{Path}/incidents?{Span}&{query}")).Expect(200).Json;
        return ([.. page.GetProperty("items").EnumerateArray()], page.GetProperty("next").GetString());
    }
}
