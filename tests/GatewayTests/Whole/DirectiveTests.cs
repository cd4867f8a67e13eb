using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Directives over HTTP: issued to several, signed for, reported on, ended; listed, on the board, on the feed, late.</summary>
[Collection(RealGateway.Name)]
public sealed class DirectiveTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task The_life_of_two_that_are_issued_together()
    {
        var (station, unit) = await PeopleAsync();
        var dispatcher = await Gateway.As("dispatcher");
        var issued = (await dispatcher.Post(
            "/directives",
            new
            {
                to = new object[] { new { station }, new { unit } },
                kind = "verify",
                text = "核查监控",
                place = new { lat = 36.53, lon = 113.05, address = "Main Street 1" },
                equipment = new[] { "camera" },
                limits = new { sign = 600, report = 900, finish = 3600 },
            })).Expect(201);
        var items = issued.Json.GetProperty("items").EnumerateArray().ToList();
        var (first, second) = (items[0].GetProperty("id").GetString()!, items[1].GetProperty("id").GetString()!);
        Assert.Equal((first, "/api/v1/directives/" + first), (issued.String("group"), issued.Header("Location")));
        Assert.All(items, i => Assert.Equal((first, "issued"), (i.GetProperty("group").GetString(), i.GetProperty("status").GetString())));
        Assert.Matches("^Z[0-9]{6}-[0-9]{4,}$", items[0].GetProperty("number").GetString());
        Assert.NotEqual(items[0].GetProperty("number").GetString(), items[1].GetProperty("number").GetString());

        var desk = await Gateway.As("station", "desk", station: station);
        var signed = (await desk.Post($"/directives/{first}/signing", new { by = "0417" })).Expect(200);
        Assert.Equal(("signed", "0417", 2), (signed.String("status"), signed.String("signedBy"), signed.Int("version")));
        Assert.Equal(2, (await desk.Post($"/directives/{first}/signing", new { })).Expect(200).Int("version"));
        (await dispatcher.Post($"/directives/{first}/conclusion", new { outcome = "good" })).Expect(409, "wrongStage");
        var reported = (await desk.Post(
            $"/directives/{first}/reports", new { outcome = "found", results = new { found = 1 } })).Expect(200);
        Assert.Equal(("reported", "found", 1), (reported.String("status"), reported.String("outcome"), reported.Int("reportCount")));
        (await desk.Post($"/directives/{first}/conclusion", new { outcome = "good" })).Expect(403, "notYours");
        var concluded = (await dispatcher.Post($"/directives/{first}/conclusion", new { outcome = "good" })).Expect(200);
        Assert.Equal(("concluded", "good"), (concluded.String("status"), concluded.String("outcome")));
        Assert.Equal(concluded.Text, (await desk.Get("/directives/" + first)).Expect(200).Text);

        var withdrawn = (await dispatcher.Post($"/directives/{second}/withdrawal", new { reason = "settled" })).Expect(200);
        Assert.Equal("withdrawn", withdrawn.String("status"));
        (await dispatcher.Post($"/directives/{second}/withdrawal", new { reason = "settled" })).Expect(409, "wrongStage");
        var trail = (await dispatcher.Get($"/directives/{first}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            ["DirectiveIssued", "DirectiveSigned", "DirectiveReported", "DirectiveConcluded"],
            trail.Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal("directive/" + first, trail[0].GetProperty("stream").GetString());
    }

    [Fact]
    public async Task A_key_issues_once_and_answers_with_the_group_as_it_now_stands()
    {
        var (station, unit) = await PeopleAsync();
        var taker = await Gateway.As("callTaker");
        var body = $$"""{"to":[{"station":"{{station}}"},{"unit":"{{unit}}"},{"subject":"li"}],"kind":"warn","text":"注意"}""";
        var key = ("Idempotency-Key", fixture.Fresh("key"));
        var first = (await taker.Post("/directives", body, key)).Expect(201);
        var id = first.String("group");
        (await (await Gateway.As("station", station: station)).Post($"/directives/{id}/signing", "{}")).Expect(200);
        var again = (await taker.Post("/directives", body, key)).Expect(201);
        Assert.Equal(("true", id), (again.Header("Idempotency-Replayed"), again.String("group")));
        Assert.Equal(
            ["signed", "issued", "issued"],
            again.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("status").GetString()));
        Assert.Equal(Ids(first.Json), Ids(again.Json));
        Assert.Equal(3, Ids((await taker.Get("/directives?group=" + id)).Expect(200).Json).Count);
        (await taker.Post("/directives", body.Replace("注意", "其他", StringComparison.Ordinal), key)).Expect(422, "keyReused");
    }

    [Fact]
    public async Task All_or_none_are_issued()
    {
        var (station, _) = await PeopleAsync();
        var dispatcher = await Gateway.As("dispatcher");
        var reply = (await dispatcher.Post(
            "/directives", new { to = new object[] { new { station }, new { unit = "nobody" } }, kind = "verify", text = "t" }))
            .Expect(422, "unknownReference");
        Assert.Equal(["to[1].unit unknownReference"], reply.Errors);
        Assert.Empty(Ids((await dispatcher.Get("/directives?status=all&station=" + station)).Expect(200).Json));
    }

    [Theory]
    [InlineData("""{"to":[],"kind":"verify","text":"t"}""", "to tooFew")]
    [InlineData("""{"to":[{}],"kind":"verify","text":"t"}""", "to[0] required")]
    [InlineData("""{"to":[{"station":"S1","unit":"U1"}],"kind":"verify","text":"t"}""", "to[0] tooMany")]
    [InlineData("""{"to":[{"unit":"U1"},{"unit":"U1"}],"kind":"verify","text":"t"}""", "to[1] duplicate")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"verify","text":" "}""", "text blank")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"post","text":"t"}""", "kind notInList")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"handle","text":"t"}""", "incidentId required")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"followUp","text":"t","nextAt":"2026-01-03T00:00:00Z"}""", "incidentId required")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"followUp","text":"t","incidentId":"i1"}""", "nextAt required")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"complete","text":"t","fields":["location"]}""", "incidentId required")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"complete","text":"t","callId":"c1"}""", "fields required")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"transfer","text":"t"}""", "incidentId required")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"lookOut","text":"t"}""", "validUntil required")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"verify","text":"t","incidentId":"i1","callId":"c1"}""", "callId tooMany")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"verify","text":"t","incidentId":" "}""", "incidentId malformed")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"verify","text":"t","limits":{"sign":0}}""", "limits.sign outOfRange")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"verify","text":"t","limits":{"finish":7776001}}""", "limits.finish outOfRange")]
    [InlineData("""{"to":[{"unit":"U1"}],"kind":"verify","text":"t","parties":[0]}""", "parties[0] outOfRange")]
    public async Task What_is_malformed_is_named(string body, string error) =>
        Assert.Equal([error], (await (await Gateway.As("dispatcher")).Post("/directives", body)).Expect(400, "invalid").Errors);

    [Theory]
    [InlineData("callTaker", "verify", 201)]
    [InlineData("callTaker", "rectify", 403)]
    [InlineData("callTaker", "lookOut", 403)]
    [InlineData("dispatcher", "rectify", 201)]
    [InlineData("dispatcher", "lookOut", 201)]
    [InlineData("station", "verify", 403)]
    [InlineData("unit", "verify", 403)]
    public async Task The_role_is_judged_by_the_kind(string role, string kind, int status)
    {
        var (station, _) = await PeopleAsync();
        var body = new { to = new[] { new { station } }, kind, text = "t", validUntil = DateTimeOffset.UtcNow.AddHours(1) };
        (await (await Gateway.As(role)).Post("/directives", body)).Expect(status);
    }

    [Fact]
    public async Task A_list_shows_what_is_asked_for_and_what_is_ones_own()
    {
        var (station, unit) = await PeopleAsync();
        var (other, stranger) = await PeopleAsync();
        var mine = await IssueAsync("verify", new { station }, text: "白色轿车");
        var toUnit = await IssueAsync("warn", new { unit });
        var wanted = await IssueAsync("lookOut", new { unit = stranger });
        var done = await IssueAsync("verify", new { station });
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/directives/{done}/withdrawal", new { reason = "r" })).Expect(200);

        var desk = await Gateway.As("station", station: station);
        Assert.Equal([toUnit, mine], await ListAsync(desk, ""));
        Assert.Equal([done], await ListAsync(desk, "?status=over"));
        Assert.Equal([done, toUnit, mine], await ListAsync(desk, "?status=all"));
        Assert.Equal([toUnit], await ListAsync(dispatcher, $"?unit={unit}"));
        Assert.Equal([mine], await ListAsync(dispatcher, $"?station={station}&kind=verify"));
        Assert.Equal([mine], await ListAsync(dispatcher, $"?station={station}&q=白色"));
        Assert.Empty(await ListAsync(desk, $"?station={other}"));
        Assert.Empty(await ListAsync(dispatcher, "?incidentId=i1"));
        Assert.Contains(wanted, await ListAsync(await Gateway.As("unit", unit: unit), "?kind=lookOut&limit=200"));
        var own = await ListAsync(await Gateway.As("unit", unit: unit), "?status=all&limit=200");
        Assert.Contains(toUnit, own);
        Assert.DoesNotContain(mine, own);

        var page = (await desk.Get("/directives?status=all&limit=2")).Expect(200).Json;
        Assert.Equal([done, toUnit], Ids(page));
        Assert.Equal([mine], await ListAsync(desk, "?status=all&limit=2&cursor=" + page.GetProperty("next").GetString()));
        (await desk.Get("/directives?status=closed")).Expect(400, "invalid");
        (await desk.Get($"/directives/{wanted}")).Expect(403, "notYours");
        (await desk.Get($"/directives/{wanted}/trail")).Expect(403, "notYours");
        (await desk.Post($"/directives/{wanted}/signing", "{}")).Expect(403, "notYours");
        (await desk.Get("/directives/nobody")).Expect(404, "notFound");
    }

    [Fact]
    public async Task Board_and_feed_bring_those_that_are_open_to_whose_affair_they_are()
    {
        var (station, _) = await PeopleAsync();
        var (other, _) = await PeopleAsync();
        var dispatcher = await Gateway.As("dispatcher");
        var desk = await Gateway.As("station", station: station);
        var start = (await dispatcher.Get("/board")).Expect(200).Json.GetProperty("position").GetInt64();
        var id = await IssueAsync("verify", new { station });
        Assert.Equal([id], BoardIds((await desk.Get("/board")).Expect(200).Json));
        Assert.DoesNotContain(id, BoardIds((await (await Gateway.As("station", station: other)).Get("/board")).Expect(200).Json));
        (await desk.Post($"/directives/{id}/reports", new { outcome = "done" })).Expect(200);
        var shown = (await dispatcher.Get("/board")).Expect(200).Json.GetProperty("directives").EnumerateArray()
            .Single(d => d.GetProperty("id").GetString() == id);
        (await dispatcher.Post($"/directives/{id}/conclusion", new { outcome = "good" })).Expect(200);
        Assert.DoesNotContain(id, BoardIds((await dispatcher.Get("/board")).Expect(200).Json));

        await using var feed = await FeedReader.OpenAsync(
            Gateway, await Gateway.Token("station", "desk", null, station), $"?after={start}");
        var events = await feed.EventsAsync(f => f.Stream == "directive/" + id, 4);
        Assert.Equal(["DirectiveIssued", "DirectiveSigned", "DirectiveReported", "DirectiveConcluded"], events.Select(e => e.Name));
        Assert.Equal(JsonValueKind.Null, events[^1].View.ValueKind);
        Assert.Equal("reported", shown.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_look_out_comes_to_every_unit_by_board_and_feed_and_to_no_other_station()
    {
        var (station, unit) = await PeopleAsync();
        var (other, stranger) = await PeopleAsync();
        var dispatcher = await Gateway.As("dispatcher");
        var start = (await dispatcher.Get("/board")).Expect(200).Json.GetProperty("position").GetInt64();
        var wanted = await IssueAsync("lookOut", new { unit });
        var order = await IssueAsync("verify", new { unit });
        var patrol = await Gateway.As("unit", unit: stranger);
        var board = BoardIds((await patrol.Get("/board")).Expect(200).Json);
        Assert.Contains(wanted, board);
        Assert.DoesNotContain(order, board);
        Assert.DoesNotContain(wanted, BoardIds((await (await Gateway.As("station", station: other)).Get("/board")).Expect(200).Json));

        (await dispatcher.Post($"/directives/{order}/withdrawal", new { reason = "settled" })).Expect(200);
        (await dispatcher.Post($"/directives/{wanted}/withdrawal", new { reason = "found" })).Expect(200);
        await using var feed = await FeedReader.OpenAsync(
            Gateway, await Gateway.Token("unit", "device", stranger), $"?after={start}");
        var events = await feed.EventsAsync(f => f.Stream == "directive/" + wanted || f.Stream == "directive/" + order, 2);
        Assert.Equal(
            [("directive/" + wanted, "DirectiveIssued"), ("directive/" + wanted, "DirectiveWithdrawn")],
            events.Select(e => (e.Stream, e.Name)));
        Assert.Equal(JsonValueKind.Null, events[^1].View.ValueKind);
        Assert.DoesNotContain(wanted, BoardIds((await patrol.Get("/board")).Expect(200).Json));
    }

    [Fact]
    public async Task What_nobody_signs_for_stands_among_what_is_late_of_its_station()
    {
        var (station, _) = await PeopleAsync();
        var (other, _) = await PeopleAsync();
        var id = await IssueAsync("verify", new { station }, sign: 1);
        var desk = await Gateway.As("station", station: station);
        await Until.HoldsAsync("it is late", async () => await LateAsync(desk, id) is not null);
        var item = (await LateAsync(desk, id))!.Value;
        Assert.Equal(("overdue", "sign", station), (Text(item, "kind"), Text(item, "stage"), Text(item, "station")));
        Assert.Null(await LateAsync(await Gateway.As("station", station: other), id));
        Assert.NotNull(await LateAsync(await Gateway.As("supervisor"), id));
        var signed = (await desk.Post($"/directives/{id}/signing", "{}")).Expect(200);
        Assert.NotEqual(JsonValueKind.Null, signed.Json.GetProperty("clocks")[0].GetProperty("overdueAt").ValueKind);
        var trail = (await desk.Get($"/directives/{id}/trail")).Expect(200).Json.GetProperty("items");
        Assert.Equal(
            ["DirectiveIssued", "ClockOverdue", "ClockEscalated", "DirectiveSigned"],
            trail.EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        await Until.HoldsAsync("it is late no more", async () => await LateAsync(desk, id) is null);
    }

    [Fact]
    public async Task A_look_out_ends_by_itself()
    {
        var (station, _) = await PeopleAsync();
        var id = await IssueAsync("lookOut", new { station }, validUntil: DateTimeOffset.UtcNow.AddSeconds(1.5));
        var desk = await Gateway.As("station", station: station);
        (await desk.Post($"/directives/{id}/reports", new { outcome = "hit" })).Expect(400, "invalid");
        await Until.HoldsAsync("it ends", async () => (await desk.Get("/directives/" + id)).Expect(200).String("status") == "concluded");
        Assert.Equal("expired", (await desk.Get("/directives/" + id)).Expect(200).String("outcome"));
        var last = (await desk.Get($"/directives/{id}/trail")).Expect(200).Json.GetProperty("items").EnumerateArray().Last();
        Assert.Equal("system", last.GetProperty("actor").GetProperty("role").GetString());
    }

    [Fact]
    public async Task What_was_not_refused_is_not_replaced()
    {
        var (station, _) = await PeopleAsync();
        var id = await IssueAsync("verify", new { station });
        var dispatcher = await Gateway.As("dispatcher");
        object Body(string replaces) => new { to = new[] { new { station } }, kind = "verify", text = "t", replaces };
        (await dispatcher.Post("/directives", Body("nobody"))).Expect(422, "unknownReference");
        Assert.Equal("issued", (await dispatcher.Post("/directives", Body(id))).Expect(409, "wrongStage").String("stage"));
    }

    private static List<string> Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];

    private static List<string> BoardIds(JsonElement board) =>
        [.. board.GetProperty("directives").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];

    private static async Task<List<string>> ListAsync(Person person, string query) =>
        Ids((await person.Get("/directives" + query)).Expect(200).Json);

    private static async Task<JsonElement?> LateAsync(Person person, string id)
    {
        var items = (await person.Get("/overdue?limit=200")).Expect(200).Json.GetProperty("items").EnumerateArray();
        var found = items.Where(i => i.GetProperty("directiveId").ValueEquals(id)).ToList();
        return found.Count == 0 ? null : Assert.Single(found);
    }

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    /// <summary>A station, and a unit of it.</summary>
    private async Task<(string Station, string Unit)> PeopleAsync()
    {
        var station = fixture.Fresh("D");
        (await (await Gateway.As("admin")).Put("/stations/" + station, new { name = station })).Expect(201);
        return (station, await fixture.FreeUnit(station));
    }

    private async Task<string> IssueAsync(
        string kind, object to, string text = "t", int? sign = null, DateTimeOffset? validUntil = null)
    {
        var end = validUntil ?? DateTimeOffset.UtcNow.AddHours(1);
        var reply = await (await Gateway.As("dispatcher")).Post(
            "/directives", new { to = new[] { to }, kind, text, limits = new { sign }, validUntil = end });
        return reply.Expect(201).String("group");
    }
}
