using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>What happened to an incident, its calls and its directives, over HTTP: one list, and each reader its own part.</summary>
[Collection(RealGateway.Name)]
public sealed class TimelineTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task Everything_stands_in_one_list_by_position_and_nothing_twice()
    {
        var story = await TellAsync();
        var dispatcher = await Gateway.As("dispatcher", "di");
        var items = await ReadAsync(dispatcher, story.Incident);
        Assert.Equal(
            [
                "call CallReceived", "call CallAnswered", "incident IncidentCreated", "call CallDisposed", "incident PartyAdded",
                "directive DirectiveIssued", "directive DirectiveIssued", "directive DirectiveSigned", "directive DirectiveReported",
                "incident NoteAdded",
            ],
            items.Select(Told));
        var positions = items.Select(i => i.GetProperty("position").GetInt64()).ToList();
        Assert.Equal(positions.Distinct().Order(), positions);
        Assert.Equal(
            ["position", "occurredAt", "recordedAt", "stream", "kind", "actor", "data"], items[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("核查并止付", items[5].GetProperty("data").GetProperty("text").GetString());
        Assert.Equal("di", items[5].GetProperty("actor").GetProperty("subject").GetString());
        Assert.DoesNotContain("13900000705", string.Concat(items.Select(i => i.GetRawText())), StringComparison.Ordinal);
        Assert.DoesNotContain("6222020000000000001", string.Concat(items.Select(i => i.GetRawText())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_any_size_come_to_the_same_list()
    {
        var story = await TellAsync();
        foreach (var reader in new[] { await Gateway.As("auditor"), await Gateway.As("station", station: story.First) })
        {
            var whole = (await ReadAsync(reader, story.Incident)).Select(i => i.GetRawText()).ToList();
            foreach (var limit in new[] { 1, 2, 3 })
            {
                var read = new List<string>();
                var after = "0";
                for (var pages = 0; after is not null; pages++)
                {
                    Assert.True(pages < 50, "it goes on");
                    var page = (await reader.Get($"/incidents/{story.Incident}/timeline?after={after}&limit={limit}")).Expect(200).Json;
                    var items = page.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()).ToList();
                    Assert.InRange(items.Count, 0, limit);
                    read.AddRange(items);
                    after = page.GetProperty("next").GetString();
                }

                Assert.Equal(whole, read);
            }
        }
    }

    [Fact]
    public async Task A_station_sees_its_own_directive_whole_and_of_others_what_to_whom_and_how_far()
    {
        var story = await TellAsync();
        var items = await ReadAsync(await Gateway.As("station", station: story.First), story.Incident);
        Assert.Equal(
            [
                "incident IncidentCreated", "incident CallJoined", "incident PartyAdded", "directive DirectiveIssued",
                "directive DirectiveIssued", "directive DirectiveSigned", "directive DirectiveReported", "incident NoteAdded",
            ],
            items.Select(Told));
        Assert.Equal("核查并止付", items[3].GetProperty("data").GetProperty("text").GetString());
        Assert.Equal(["kind", "to"], items[4].GetProperty("data").EnumerateObject().Select(p => p.Name));
        Assert.Equal("null", items[4].GetProperty("actor").GetRawText());
        Assert.Equal("涉诈账户", items[6].GetProperty("data").GetProperty("outcome").GetString());

        var others = await ReadAsync(await Gateway.As("station", station: story.Second), story.Incident);
        Assert.Equal(items.Select(Told), others.Select(Told));
        Assert.Equal("null", others[6].GetProperty("data").GetRawText());
        Assert.DoesNotContain("核查并止付", string.Concat(others.Select(i => i.GetRawText())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shared_shows_text_and_reports_to_the_others_on_the_affair()
    {
        var (first, second, incident) = (await StationAsync(), await StationAsync(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        var shared = await IssueAsync(dispatcher, incident, first, new { shared = true, text = "看监控" });
        await IssueAsync(dispatcher, incident, second, new { text = "x" });
        (await (await Gateway.As("station", station: first)).Post($"/directives/{shared}/reports", new { outcome = "found" })).Expect(200);
        var items = await ReadAsync(await Gateway.As("station", station: second), incident);
        Assert.Equal("看监控", items[1].GetProperty("data").GetProperty("text").GetString());
        Assert.Equal("found", items.Single(i => Told(i).EndsWith("DirectiveReported", StringComparison.Ordinal))
            .GetProperty("data").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_unit_on_the_incident_reads_it_without_the_calls_and_others_do_not()
    {
        var story = await TellAsync();
        var (unit, other) = (await fixture.FreeUnit(), await fixture.FreeUnit());
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/incidents/{story.Incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        var items = await ReadAsync(await Gateway.As("unit", unit: unit), story.Incident);
        Assert.DoesNotContain(items, i => Told(i).StartsWith("call ", StringComparison.Ordinal));
        Assert.Equal("incident UnitAssigned", Told(items[^1]));
        Assert.Equal("null", items.Single(i => Told(i) == "directive DirectiveReported").GetProperty("data").GetRawText());
        var path = $"/incidents/{story.Incident}/timeline";
        (await (await Gateway.As("unit", unit: other)).Get(path)).Expect(403, "notYours");
        (await (await Gateway.As("station", station: await StationAsync())).Get(path)).Expect(403, "notYours");
        (await (await Gateway.As("admin")).Get(path)).Expect(403, "forbidden");
    }

    [Fact]
    public async Task Who_reads_it_stands_in_the_access_log()
    {
        var story = await TellAsync();
        var reader = fixture.Fresh("reader");
        await ReadAsync(await Gateway.As("supervisor", reader), story.Incident);
        var auditor = await Gateway.As("auditor");
        await Until.HoldsAsync("it is there", async () =>
            (await auditor.Get($"/access?subject={reader}&thing=incident/{story.Incident}")).Expect(200).Json.GetProperty("items")
                .EnumerateArray().Any(i => i.GetProperty("what").ValueEquals("getIncidentTimeline")));
    }

    [Fact]
    public async Task What_is_impossible_is_refused()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Get("/incidents/nobody/timeline")).Expect(404, "notFound");
        Assert.Equal(
            ["after malformed", "limit outOfRange"],
            (await dispatcher.Get($"/incidents/{incident}/timeline?after=-1&limit=201")).Expect(400, "invalid").Errors.Order());
        Assert.Equal(
            ["kind unknownField"], (await dispatcher.Get($"/incidents/{incident}/timeline?kind=x")).Expect(400, "invalid").Errors);
        Assert.Equal(
            "[]",
            (await dispatcher.Get($"/incidents/{incident}/timeline?after=9000000000")).Expect(200).Json.GetProperty("items").GetRawText());
    }

    private static string Told(JsonElement item) =>
        $"{item.GetProperty("stream").GetString()!.Split('/')[0]} {item.GetProperty("kind").GetString()}";

    private static async Task<List<JsonElement>> ReadAsync(Person reader, string incident) =>
        [.. (await reader.Get($"/incidents/{incident}/timeline?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray()];

    private static async Task<string> IssueAsync(Person person, string incident, string station, object more)
    {
        var body = more.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(more));
        (body["to"], body["kind"], body["incidentId"]) = (new[] { new { station } }, "freeze", incident);
        return (await person.Post("/directives", body)).Expect(201).String("group");
    }

    private async Task<string> StationAsync()
    {
        var station = fixture.Fresh("T");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station })).Expect(201);
        return station;
    }

    // 5,000 yuan are gone: a call, an incident, an account, and two stations that are told.
    private async Task<(string Incident, string First, string Second)> TellAsync()
    {
        var (first, second) = (await StationAsync(), await StationAsync());
        var (taker, dispatcher) = (await Gateway.As("callTaker", "ct"), await Gateway.As("dispatcher", "di"));
        var call = (await taker.Post("/calls", new { callerNumber = "13900000705", answeredAt = DateTimeOffset.UtcNow })).Expect(201)
            .String("id");
        var incident = (await taker.Post("/incidents", new { callId = call, category = "电信诈骗", priority = 1 })).Expect(201).String("id");
        (await taker.Post(
            $"/incidents/{incident}/parties", new { kind = "account", role = "suspect", account = "6222020000000000001" })).Expect(200);
        var d = await IssueAsync(dispatcher, incident, first, new { text = "核查并止付", parties = new[] { 1 } });
        await IssueAsync(dispatcher, incident, second, new { text = "见面劝阻" });
        var desk = await Gateway.As("station", "desk", station: first);
        (await desk.Post($"/directives/{d}/signing", "{}")).Expect(200);
        (await desk.Post($"/directives/{d}/reports", new { outcome = "涉诈账户" })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/notes", new { text = "已止付" })).Expect(200);
        return (incident, first, second);
    }
}
