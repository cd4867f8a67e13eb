using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>How incidents end over HTTP, on a gateway of its own: what is set is everybody's affair.</summary>
public sealed class ClosingTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    // The setting of the acceptance stories.
    private const string Setting =
        """
        {"outcomes":[{"word":"调解"},{"word":"谎报","valid":false},{"word":"送医","needs":["feedback","party"]},
        {"word":"劝阻成功","needs":["feedback","results"]},{"word":"和解","classes":["dispute"]}],
        "results":["arrests","fugitives","lossPrevented","found"]}
        """;

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task What_is_set_is_read_by_everybody_and_stands_in_a_trail()
    {
        var admin = await Gateway.As("admin");
        var set = (await admin.Put("/settings/closing", Setting)).Expect(200);
        var outcome = set.Json.GetProperty("outcomes")[0];
        Assert.Equal("""{"word":"调解","valid":true,"classes":[],"needs":[]}""", outcome.GetRawText());
        Assert.Equal(set.Text, (await (await Gateway.As("unit")).Get("/settings/closing")).Expect(200).Text);
        Assert.Equal(set.Int("version"), (await admin.Put("/settings/closing", Setting)).Expect(200).Int("version"));
        (await admin.Put("/settings/closing", Setting, ("If-Match", "\"99\""))).Expect(412, "versionMismatch");
        var trail = (await admin.Get("/settings/closing/trail")).Expect(200).Json.GetProperty("items");
        Assert.Equal("ClosingSet", trail[trail.GetArrayLength() - 1].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("""{"results":[]}""", "outcomes required")]
    [InlineData("""{"outcomes":[],"results":[" "]}""", "results[0] blank")]
    [InlineData("""{"outcomes":[{"word":"x","needs":["coffee"]}],"results":[]}""", "outcomes[0].needs[0] notInList")]
    [InlineData("""{"outcomes":[{"word":"x","needs":["place","place"]}],"results":[]}""", "outcomes[0].needs[1] duplicate")]
    [InlineData("""{"outcomes":[{"word":"x"},{"word":"x","valid":false}],"results":[]}""", "outcomes[1].word duplicate")]
    [InlineData("""{"outcomes":[],"results":["x","x"]}""", "results[1] duplicate")]
    public async Task What_is_impossible_is_refused_and_named(string body, string error) =>
        Assert.Equal([error], (await (await Gateway.As("admin")).Put("/settings/closing", body)).Expect(400, "invalid").Errors);

    [Fact]
    public async Task An_incident_ends_with_a_listed_word_and_what_it_needs_or_by_a_supervisors_override()
    {
        await SetAsync();
        var (dispatcher, supervisor) = (await Gateway.As("dispatcher"), await Gateway.As("supervisor"));
        var first = await MadeAsync("theft");
        Assert.Equal(
            ["disposition unknownReference"], (await Close(dispatcher, first, "asdf")).Expect(422, "unknownReference").Errors);
        Assert.Equal(["disposition unknownReference"], (await Close(dispatcher, first, "和解")).Expect(422, "unknownReference").Errors);
        var missing = (await Close(dispatcher, first, "送医")).Expect(422, "incomplete").Json.GetProperty("missing");
        Assert.Equal("""["feedback","party"]""", missing.GetRawText());
        var excuse = new { disposition = "送医", @override = "无名氏" };
        (await dispatcher.Post($"/incidents/{first}/closure", excuse)).Expect(403, "forbidden");
        var closed = (await supervisor.Post($"/incidents/{first}/closure", excuse)).Expect(200);
        Assert.True(closed.Json.GetProperty("valid").GetBoolean());

        var second = await MadeAsync("theft");
        Assert.Equal("null", (await dispatcher.Get("/incidents/" + second)).Expect(200).Json.GetProperty("valid").GetRawText());
        Assert.False((await Close(dispatcher, second, "谎报")).Expect(200).Json.GetProperty("valid").GetBoolean());
        var quarrel = await MadeAsync("neighbours' dispute");
        (await Close(dispatcher, quarrel, "和解")).Expect(200);

        // Lists tell them apart, and tables show it.
        var valid = await Listed(dispatcher, "valid=true");
        Assert.Contains(first, valid);
        Assert.DoesNotContain(second, valid);
        Assert.Equal([second], await Listed(dispatcher, "status=all&valid=false"));
        Assert.Empty(await Listed(dispatcher, "status=open&valid=true"));
        Assert.Equal(["valid notInList"], (await dispatcher.Get("/incidents?valid=perhaps")).Expect(400, "invalid").Errors);
        var table = (await dispatcher.Get("/incidents/" + second, ("Accept", "text/csv"))).Expect(200).Text.Split("\r\n");
        var column = Array.IndexOf(table[0].TrimStart('\uFEFF').Split(','), "valid");
        Assert.Equal("false", table[1].Split(',')[column]);
    }

    [Fact]
    public async Task Results_have_listed_words_and_the_centre_and_stations_report_without_a_unit()
    {
        await SetAsync();
        var (taker, unit) = (await Gateway.As("callTaker"), await Gateway.As("unit", unit: "P9"));
        var incident = await MadeAsync("theft");
        var words = new { unitId = (string?)null, outcome = "电话调解", results = new Dictionary<string, double> { ["抓获"] = 1 } };
        Assert.Equal(
            ["results.抓获 unknownReference"],
            (await taker.Post($"/incidents/{incident}/feedback", words)).Expect(422, "unknownReference").Errors);
        (await unit.Post($"/incidents/{incident}/feedback", new { unitId = (string?)null, outcome = "x" })).Expect(403, "forbidden");
        (await taker.Post($"/incidents/{incident}/feedback", new { unitId = "P9", outcome = "x" })).Expect(403, "forbidden");
        (await taker.Post($"/incidents/{incident}/feedback", new { outcome = "x" })).Expect(400, "invalid");
        var numbered = new { unitId = (string?)null, assignment = 1, outcome = "x" };
        Assert.Equal(
            ["assignment notInList"], (await taker.Post($"/incidents/{incident}/feedback", numbered)).Expect(400, "invalid").Errors);
        var settled = new { unitId = (string?)null, outcome = "劝阻成功", results = new { lossPrevented = 5000 } };
        var answer = (await taker.Post($"/incidents/{incident}/feedback", settled)).Expect(200).Json;
        Assert.Equal(("reported", "null"), (answer.GetProperty("status").GetString(), answer.GetProperty("unattendedSince").GetRawText()));
        Assert.Equal("null", answer.GetProperty("feedback")[0].GetProperty("unitId").GetRawText());

        (await (await Gateway.As("admin")).Put("/stations/S1", new { name = "North" })).Expect(201);
        var desk = await Gateway.As("station", station: "S1");
        (await desk.Post($"/incidents/{incident}/feedback", settled)).Expect(403, "notYours");
        var own = await MadeAsync("theft", "S1");
        var said = (await desk.Post($"/incidents/{own}/feedback", settled)).Expect(200).Json;
        Assert.Equal("S1", said.GetProperty("feedback")[0].GetProperty("station").GetString());
        (await Close(await Gateway.As("dispatcher"), incident, "劝阻成功")).Expect(200);
    }

    [Fact]
    public async Task A_call_is_handed_on_to_another_seat()
    {
        var (taker, dispatcher) = (await Gateway.As("callTaker", "chen"), await Gateway.As("dispatcher", "wang"));
        var call = (await taker.Post("/calls", new { answeredAt = DateTimeOffset.UtcNow, seat = "1" })).Expect(201);
        Assert.Equal("1", call.String("seat"));
        var id = call.String("id");
        var handed = (await taker.Post($"/calls/{id}/handing", new { toSubject = "wang", toSeat = "4" })).Expect(200);
        Assert.Equal(("wang", "4"), (handed.String("answeredBy"), handed.String("seat")));
        Assert.Equal(
            handed.Int("version"),
            (await taker.Post($"/calls/{id}/handing", new { toSubject = "wang", toSeat = "4" })).Expect(200).Int("version"));
        (await taker.Post($"/calls/{id}/handing", new { toSeat = "4" })).Expect(400, "invalid");
        (await (await Gateway.As("feeder", "exchange")).Post($"/calls/{id}/handing", new { toSubject = "wang" })).Expect(403, "forbidden");
        (await dispatcher.Post($"/calls/{id}/ending", "{}")).Expect(200);
        (await taker.Post($"/calls/{id}/handing", new { toSubject = "chen", toSeat = "1" })).Expect(409, "wrongStage");
        var ringing = (await taker.Post("/calls", "{}")).Expect(201).String("id");
        Assert.Equal("2", (await taker.Post($"/calls/{ringing}/answering", new { seat = "2" })).Expect(200).String("seat"));
    }

    private async Task SetAsync() => (await (await Gateway.As("admin")).Put("/settings/closing", Setting)).Expect(200);

    private async Task<string> MadeAsync(string category, string? station = null) => (await (await Gateway.As("callTaker"))
        .Post("/incidents", new { category, priority = 2, station })).Expect(201).String("id")!;

    private static Task<Reply> Close(Person by, string incident, string word) =>
        by.Post($"/incidents/{incident}/closure", new { disposition = word });

    private static async Task<string?[]> Listed(Person reader, string query) =>
        [.. (await reader.Get("/incidents?" + query)).Expect(200).Json.GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("id").GetString())];
}
