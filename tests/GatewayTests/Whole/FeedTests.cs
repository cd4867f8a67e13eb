using System.Globalization;
using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>The live feed: everything, once, in order, to those whose affair it is.</summary>
[Collection(RealGateway.Name)]
public sealed class FeedTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task Whoever_takes_the_board_and_follows_from_its_position_knows_what_a_later_board_shows()
    {
        var dispatcher = await Gateway.As("dispatcher");
        var before = (await dispatcher.Get("/board")).Expect(200);
        var known = Items(before.Json);
        await using var feed = await OpenAsync("dispatcher", $"?after={Position(before.Json)}&epoch={before.String("epoch")}");

        var unit = await fixture.FreeUnit();
        var incident = await fixture.Incident();
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage = "onScene" })).Expect(200);
        var closed = await fixture.Incident();
        (await dispatcher.Post($"/incidents/{closed}/closure", new { disposition = "settled" })).Expect(200);
        var after = (await dispatcher.Get("/board")).Expect(200);

        var last = Position(before.Json);
        while (last < Position(after.Json))
        {
            var frame = await feed.UntilAsync(f => f.Id is not null && f.Name is not null);
            Assert.True(frame.Id > last, "in order, once");
            last = frame.Id!.Value;
            if (frame.View.ValueKind == JsonValueKind.Null)
                known.Remove(frame.Stream);
            else
                known[frame.Stream] = frame.View.GetRawText();
        }

        foreach (var thing in new[] { "incident/" + incident, "unit/" + unit })
            Assert.Equal(Items(after.Json)[thing], known[thing]);
        Assert.False(known.ContainsKey("incident/" + closed));
        Assert.False(Items(after.Json).ContainsKey("incident/" + closed));
    }

    [Fact]
    public async Task An_event_on_the_feed_is_the_event_of_the_trail_and_its_view_is_at_least_as_new()
    {
        var dispatcher = await Gateway.As("dispatcher");
        var start = await PositionAsync();
        var incident = await fixture.Incident();
        for (var i = 0; i < 5; i++)
            (await dispatcher.Post($"/incidents/{incident}/notes", new { text = $"note {i}" })).Expect(200);
        await using var feed = await OpenAsync("dispatcher", $"?after={start}");
        var events = await feed.EventsAsync(f => f.Stream == "incident/" + incident, 6);
        var trail = (await dispatcher.Get($"/incidents/{incident}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray().ToList();
        foreach (var (seen, written) in events.Zip(trail))
        {
            Assert.StartsWith(written.GetRawText()[..^1], seen.Data.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(written.GetProperty("position").GetInt64(), seen.Id);
            Assert.True(seen.View.GetProperty("version").GetInt32() >= written.GetProperty("version").GetInt32());
        }
    }

    [Fact]
    public async Task Any_position_from_the_beginning_on_is_served_and_none_is_left_out()
    {
        await fixture.Incident();
        var end = await PositionAsync();
        // Who is blocked is for administrators only.
        var trail = (await (await Gateway.As("admin")).Get("/settings/blocked-subjects/trail?limit=200")).Expect(200);
        var hidden = trail.Json.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("position").GetInt64()).ToList();
        await using var feed = await OpenAsync("supervisor", "?after=0");
        var seen = new List<long>();
        while (seen.Count == 0 || seen[^1] < end)
            seen.Add((await feed.UntilAsync(f => f.Name is not null)).Id!.Value);
        Assert.Equal(seen.Order().Distinct(), seen);
        Assert.Equal(Enumerable.Range(1, (int)end).Select(p => (long)p), seen.Concat(hidden).Order());
    }

    [Fact]
    public async Task A_browser_that_comes_back_goes_on_where_its_header_says()
    {
        var start = await PositionAsync();
        var (first, second) = (await fixture.Incident(), await fixture.Incident());
        long position;
        await using (var feed = await OpenAsync("dispatcher", $"?after={start}"))
            position = (await feed.UntilAsync(f => f.Name == "IncidentCreated" && f.Stream == "incident/" + first)).Id!.Value;
        await using var again = await FeedReader.OpenAsync(
            Gateway, await Gateway.Token("dispatcher"), $"?after={start}", position.ToString(CultureInfo.InvariantCulture));
        var next = await again.UntilAsync(f => f.Name == "IncidentCreated");
        Assert.Equal("incident/" + second, next.Stream);
    }

    [Theory]
    [InlineData("?epoch=another")]
    [InlineData("?after=999999999")]
    public async Task Whoever_knows_another_history_is_told_to_take_the_board_anew(string query)
    {
        await using var feed = await OpenAsync("dispatcher", query);
        Assert.Equal("reset", (await feed.NextAsync())!.Name);
        Assert.Null(await feed.NextAsync());
    }

    [Fact]
    public async Task Filters_by_station_and_kind_let_pass_what_they_name_and_the_position_moves_on()
    {
        var (own, other) = (fixture.Fresh("S"), fixture.Fresh("S"));
        var start = await PositionAsync();
        await fixture.Incident(other);
        var incident = await fixture.Incident(own);
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/incidents/{incident}/notes", new { text = "x" })).Expect(200);
        await using var feed = await OpenAsync("dispatcher", $"?after={start}&stations={own}&kinds=NoteAdded,UnitAssigned");
        var seen = await feed.UntilAsync(f => f.Name is not null);
        Assert.Equal(("NoteAdded", "incident/" + incident), (seen.Name, seen.Stream));
    }

    [Fact]
    public async Task A_station_is_told_of_its_own_and_when_it_no_longer_is()
    {
        var (own, other) = (fixture.Fresh("S"), fixture.Fresh("S"));
        var unit = await fixture.FreeUnit(own);
        var (mine, elsewhere) = (await fixture.Incident(own), await fixture.Incident(other));
        var dispatcher = await Gateway.As("dispatcher");
        await using var feed = await FeedReader.OpenAsync(
            Gateway, await Gateway.Token("station", station: own), $"?after={await PositionAsync()}");
        (await dispatcher.Post($"/incidents/{elsewhere}/notes", new { text = "not theirs" })).Expect(200);
        (await dispatcher.Post($"/incidents/{elsewhere}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        (await dispatcher.Post($"/incidents/{elsewhere}/assignments/{unit}/progress", new { stage = "cancelled" })).Expect(200);
        (await dispatcher.Post($"/incidents/{elsewhere}/notes", new { text = "not theirs again" })).Expect(200);
        (await dispatcher.Post($"/incidents/{mine}/notes", new { text = "theirs" })).Expect(200);
        var events = await feed.EventsAsync(_ => true, 5);
        Assert.Equal(["UnitAssigned", "Assigned", "UnitCancelled", "Released", "NoteAdded"], events.Select(e => e.Name));
        Assert.Equal(JsonValueKind.Object, events[0].View.ValueKind);
        Assert.Equal(JsonValueKind.Null, events[2].View.ValueKind);
        Assert.Equal("incident/" + mine, events[4].Stream);

        var board = (await (await Gateway.As("station", station: own)).Get("/board")).Expect(200);
        Assert.Equal(new[] { "incident/" + mine, "unit/" + unit }, Items(board.Json).Keys.Order());
    }

    [Fact]
    public async Task A_unit_is_told_of_itself_and_of_the_incident_it_is_sent_to()
    {
        var (unit, incident, other) = (await fixture.FreeUnit(), await fixture.Incident(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        await using var feed = await FeedReader.OpenAsync(
            Gateway, await Gateway.Token("unit", unit: unit), $"?after={await PositionAsync()}");
        (await dispatcher.Post($"/incidents/{other}/notes", new { text = "not its affair" })).Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        Assert.Equal(["incident/" + incident, "unit/" + unit], (await feed.EventsAsync(_ => true, 2)).Select(e => e.Stream));
    }

    [Fact]
    public async Task Board_and_feed_carry_no_callers_number_and_no_names()
    {
        const string Number = "13755556666";
        var start = await PositionAsync();
        var taker = await Gateway.As("callTaker");
        var call = (await taker.Post("/calls", new { callerNumber = Number, answeredAt = DateTimeOffset.UtcNow })).Expect(201).String("id");
        var incident = (await taker.Post(
            "/incidents", new { callId = call, category = "x", priority = 1, narrative = new string('n', 500) })).Expect(201).String("id");
        var unit = await fixture.FreeUnit(null, "Gao Jian");
        await using var feed = await OpenAsync("dispatcher", $"?after={start}");
        var frame = await feed.UntilAsync(f => f.Name == "DutyStarted" && f.Stream == "unit/" + unit);
        Assert.DoesNotContain("Gao Jian", frame.Data.GetRawText(), StringComparison.Ordinal);
        var board = (await taker.Get("/board")).Expect(200);
        Assert.DoesNotContain(Number, board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gao Jian", board.Text, StringComparison.Ordinal);
        var item = board.Json.GetProperty("incidents").EnumerateArray().Single(i => i.GetProperty("id").GetString() == incident);
        Assert.Equal(200, item.GetProperty("summary").GetString()!.Length);
        foreach (var left in new[] { "narrative", "feedback", "calls" })
            Assert.False(item.TryGetProperty(left, out _), left);
        Assert.Equal(1, item.GetProperty("callCount").GetInt32());
    }

    [Fact]
    public async Task A_call_comes_with_its_event_though_it_stands_on_no_board_and_without_its_number()
    {
        var taker = await Gateway.As("callTaker");
        var start = await PositionAsync();
        var call = (await taker.Post("/calls", new { callerNumber = "13977778888", line = "110-2" })).Expect(201).String("id");
        (await taker.Post($"/calls/{call}/answering", new { })).Expect(200);
        await using var feed = await OpenAsync("callTaker", $"?after={start}");
        var answered = await feed.UntilAsync(f => f.Name == "CallAnswered" && f.Stream == "call/" + call);
        Assert.Equal(JsonValueKind.Null, answered.View.ValueKind);
        var told = answered.Data.GetProperty("call");
        Assert.Equal(
            ("answered", "110-2", JsonValueKind.Null),
            (told.GetProperty("status").GetString(), told.GetProperty("line").GetString(), told.GetProperty("callerNumber").ValueKind));
        Assert.DoesNotContain("13977778888", answered.Data.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_goes_to_who_wants_it_and_into_the_unit_the_newest_wins()
    {
        var unit = await fixture.FreeUnit();
        await using var all = await OpenAsync("dispatcher", "?positions=all");
        await using var near = await OpenAsync("dispatcher", "?positions=36,112,37,114");
        await using var far = await OpenAsync("dispatcher", "?positions=10,10,11,11&presence=true");
        var feeder = await Gateway.As("feeder");
        var now = DateTimeOffset.UtcNow;
        (await feeder.Post(
            "/positions", new object[] { new { unitId = unit, lat = 36.6, lon = 113.1, at = now, speed = 12.5, heading = 90.0 } }))
            .Expect(202);
        (await feeder.Post("/positions", new object[] { new { unitId = unit, lat = 36.7, lon = 113.2, at = now.AddSeconds(-9) } }))
            .Expect(202);
        foreach (var feed in new[] { all, near })
        {
            var told = (await feed.UntilAsync(
                f => f.Name == "positions" && f.Data.EnumerateArray().Any(p => p.GetProperty("unitId").GetString() == unit)))
                .Data.EnumerateArray().Single(p => p.GetProperty("unitId").GetString() == unit);
            Assert.Equal(
                (36.6, 12.5, false),
                (told.GetProperty("lat").GetDouble(), told.GetProperty("speed").GetDouble(), told.GetProperty("stale").GetBoolean()));
        }

        var dispatcher = await Gateway.As("dispatcher");
        Assert.Equal(
            36.6, (await dispatcher.Get("/units/" + unit)).Expect(200).Json.GetProperty("position").GetProperty("lat").GetDouble());
        var board = (await dispatcher.Get("/board"))
            .Expect(200).Json.GetProperty("units")
            .EnumerateArray()
            .Single(u => u.GetProperty("id").GetString() == unit);
        Assert.Equal(113.1, board.GetProperty("position").GetProperty("lon").GetDouble());
        var track = (await dispatcher.Get($"/units/{unit}/track")).Expect(200).Json.GetProperty("points");
        Assert.Equal(36.6, track.EnumerateArray().Last().GetProperty("lat").GetDouble());

        // Presence comes to whoever asked, and no position to whoever wants those of another place.
        (await dispatcher.Post("/presence", new { consoleId = "far", incidentId = await fixture.Incident() })).Expect(200);
        Assert.Equal("presence", (await far.UntilAsync(f => f.Name is not null && f.Id is null)).Name);
    }

    [Fact]
    public async Task Who_has_an_incident_open_is_told_and_who_closes_it_too()
    {
        var incident = await fixture.Incident();
        var (li, wang) = (await Gateway.As("dispatcher", "li"), await Gateway.As("supervisor", "wang"));
        (await li.Post("/presence", new { consoleId = "li-1", incidentId = incident })).Expect(200);
        await using var feed = await OpenAsync("dispatcher", "?presence=true");
        Assert.Contains(
            (await feed.UntilAsync(f => f.Name == "presence")).Data.EnumerateArray(),
            p => p.GetProperty("subject").GetString() == "li" && p.GetProperty("incidentId").GetString() == incident);
        (await wang.Post("/presence", new { consoleId = "wang-1", incidentId = incident })).Expect(200);
        await feed.UntilAsync(f =>
            f.Name == "presence"
            && f.Data
                .EnumerateArray()
                .Any(p => p.GetProperty("role").GetString() == "supervisor" && p.GetProperty("incidentId").GetString() == incident));
        (await li.Post("/presence", new { consoleId = "li-1", incidentId = (string?)null })).Expect(200);
        await feed.UntilAsync(f =>
            f.Name == "presence"
            && f.Data
                .EnumerateArray()
                .Any(p => p.GetProperty("consoleId").GetString() == "li-1" && p.GetProperty("incidentId").ValueKind == JsonValueKind.Null));
    }

    [Theory]
    [InlineData("?after=-1", "after wrongType")]
    [InlineData("?after=x", "after wrongType")]
    [InlineData("?positions=1,2", "positions malformed")]
    [InlineData("?positions=91,0,92,0", "positions malformed")]
    [InlineData("?positions=NaN,0,1,1", "positions malformed")]
    [InlineData("?stations=", "stations malformed")]
    [InlineData("?kinds=,", "kinds malformed")]
    [InlineData("?presence=1", "presence wrongType")]
    [InlineData("?token=x", "token unknownField")]
    public async Task A_bad_question_is_named(string query, string error) =>
        Assert.Equal([error], (await (await Gateway.As("dispatcher")).Get("/feed" + query)).Expect(400, "invalid").Errors);

    private async Task<FeedReader> OpenAsync(string role, string query) =>
        await FeedReader.OpenAsync(Gateway, await Gateway.Token(role), query);

    private async Task<long> PositionAsync() => Position((await (await Gateway.As("dispatcher")).Get("/board")).Expect(200).Json);

    private static long Position(JsonElement board) => board.GetProperty("position").GetInt64();

    private static Dictionary<string, string> Items(JsonElement board) =>
        board.GetProperty("incidents").EnumerateArray().Select(i => ("incident/" + i.GetProperty("id").GetString(), i.GetRawText()))
            .Concat(board.GetProperty("units").EnumerateArray().Select(u => ("unit/" + u.GetProperty("id").GetString(), u.GetRawText())))
            .ToDictionary();
}
