using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>The board at past moments: as it was known, and as it really was.</summary>
[Collection(RealGateway.Name)]
public sealed class PastBoardTests(RealGatewayFixture fixture)
{
    [Fact]
    public async Task What_was_known_then_is_what_the_board_showed_then()
    {
        var dispatcher = await fixture.Gateway.As("dispatcher");
        var (unit, incident) = (await fixture.FreeUnit(), await fixture.Incident());
        List<Reply> seen = [];
        await LookAsync();
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        await LookAsync();
        (await dispatcher.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage = "onScene" })).Expect(200);
        await LookAsync();
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        await LookAsync();
        (await dispatcher.Post($"/incidents/{incident}/reopening", new { reason = "again" })).Expect(200);

        // Back and forth, as a slider goes.
        foreach (var board in seen.Concat(seen.AsEnumerable().Reverse()))
        {
            var past = (await dispatcher.Get($"/board?at={board.String("at")}")).Expect(200);
            Assert.Equal(board.Json.GetProperty("position").GetInt64(), past.Json.GetProperty("position").GetInt64());
            Assert.Equal(board.String("epoch"), past.String("epoch"));
            foreach (var list in new[] { "incidents", "units" })
                Assert.Equal(Items(board.Json, list), Items(past.Json, list));
        }

        async Task LookAsync()
        {
            await Task.Delay(20);
            seen.Add((await dispatcher.Get("/board")).Expect(200));
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task An_imported_day_is_shown_as_it_really_was()
    {
        var (dispatcher, admin) = (await fixture.Gateway.As("dispatcher"), await fixture.Gateway.As("admin"));
        var unit = fixture.Fresh("OLD");
        (await admin.Put("/units/" + unit, new { callSign = unit, kind = "patrol", capabilities = Array.Empty<string>() })).Expect(201);
        var day = new DateTimeOffset(2019, 5, 6, 8, 0, 0, TimeSpan.Zero);
        (await admin.Post($"/units/{unit}/duty", new { onDuty = true, occurredAt = day })).Expect(200);
        var incident = (await dispatcher.Post("/incidents", new { category = "fire", priority = 1, occurredAt = day.AddMinutes(10) }))
            .Expect(201)
            .String("id");
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit }, occurredAt = day.AddMinutes(11) }))
            .Expect(200);
        (await dispatcher.Post(
            $"/incidents/{incident}/assignments/{unit}/progress", new { stage = "onScene", occurredAt = day.AddMinutes(20) }))
            .Expect(200);
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "out", occurredAt = day.AddMinutes(60) })).Expect(200);

        Assert.Equal("available", await AtAsync(5, null));
        Assert.Equal("available", await AtAsync(10, "received"));
        Assert.Equal("assigned", await AtAsync(15, "assigned"));
        Assert.Equal("onScene", await AtAsync(25, "onScene"));
        Assert.Equal("available", await AtAsync(61, null));

        // As it was known: nothing, on that day.
        var known = (await dispatcher.Get($"/board?at={day.AddMinutes(15):yyyy-MM-ddTHH:mm:ssZ}")).Expect(200);
        Assert.Equal(0, known.Json.GetProperty("position").GetInt64());
        Assert.Empty(known.Json.GetProperty("incidents").EnumerateArray());

        async Task<string?> AtAsync(int minutes, string? status)
        {
            var board = (await dispatcher.Get($"/board?at={day.AddMinutes(minutes):yyyy-MM-ddTHH:mm:ssZ}&by=occurred")).Expect(200).Json;
            Assert.Equal(status, Find(board, "incidents", incident)?.GetProperty("status").GetString());
            return Find(board, "units", unit)?.GetProperty("status").GetString();
        }
    }

    [Fact]
    public async Task A_station_sees_its_own_past_only()
    {
        var (own, other) = (fixture.Fresh("S"), fixture.Fresh("S"));
        var (mine, theirs) = (await fixture.Incident(own), await fixture.Incident(other));
        var now = DateTimeOffset.UtcNow.AddMilliseconds(50);
        await Task.Delay(100);
        var past = (await (await fixture.Gateway.As("station", station: own)).Get($"/board?at={now:yyyy-MM-ddTHH:mm:ss.fffZ}"))
            .Expect(200).Json;
        Assert.NotNull(Find(past, "incidents", mine));
        Assert.Null(Find(past, "incidents", theirs));
    }

    [Theory]
    [InlineData("?by=occurred", "by malformed")]
    [InlineData("?at=yesterday", "at malformed")]
    [InlineData("?at=2026-01-01T00:00:00Z&by=guess", "by notInList")]
    public async Task A_bad_question_is_named(string query, string error) =>
        Assert.Equal([error], (await (await fixture.Gateway.As("dispatcher")).Get("/board" + query)).Expect(400, "invalid").Errors);

    private static JsonElement? Find(JsonElement board, string list, string id) =>
        board.GetProperty(list).EnumerateArray().Where(i => i.GetProperty("id").GetString() == id).Cast<JsonElement?>().SingleOrDefault();

    // Where a unit is belongs to the minute, not to the journal.
    private static string[] Items(JsonElement board, string list) =>
        [.. board.GetProperty(list).EnumerateArray().Select(i => string.Join(',', i.EnumerateObject().Where(p => p.Name != "position")))
            .Order(StringComparer.Ordinal)];
}
