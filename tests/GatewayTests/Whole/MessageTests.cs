using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>The centre and its units write to each other, over HTTP, with a real silo behind.</summary>
[Collection(RealGateway.Name)]
public sealed class MessageTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_unit_and_the_centre_write_to_each_other_and_see_what_was_read()
    {
        var unit = await fixture.FreeUnit();
        var (dispatcher, device) = (await Gateway.As("dispatcher", "wang"), await Gateway.As("unit", "phone", unit: unit));
        var about = await fixture.Incident();
        var sent = (await dispatcher.Post($"/units/{unit}/messages", new { text = "where are you? 在哪？", incidentId = about })).Expect(200);
        Assert.Equal((unit, 1), (sent.String("id"), sent.Int("unread")));
        var id = sent.String("messageId");
        var answer = (await device.Post(
            $"/units/{unit}/messages",
            new { text = "at the mill", occurredAt = DateTimeOffset.UtcNow.AddMinutes(-2) })).Expect(200).String("messageId");
        var read = (await device.Post($"/units/{unit}/messages/{id}/reading", null)).Expect(200);
        Assert.Equal((0, 1), (read.Int("unread"), read.Int("unreadByCentre")));
        Assert.Equal(read.Int("version"), (await device.Post($"/units/{unit}/messages/{id}/reading", "{}")).Expect(200).Int("version"));

        var page = (await dispatcher.Get($"/units/{unit}/messages")).Expect(200).Json;
        var (newest, oldest) = (page.GetProperty("items")[0], page.GetProperty("items")[1]);
        Assert.Equal(
            (answer, "centre", "unit", unit),
            (
                newest.GetProperty("id").GetString(),
                newest.GetProperty("to").GetString(),
                newest.GetProperty("from").GetProperty("role").GetString(),
                newest.GetProperty("from").GetProperty("unitId").GetString()));
        Assert.Equal(JsonValueKind.Null, newest.GetProperty("readAt").ValueKind);
        Assert.True(newest.GetProperty("recordedAt").GetDateTimeOffset()
            - newest.GetProperty("sentAt").GetDateTimeOffset() > TimeSpan.FromMinutes(1));
        Assert.Equal(0, newest.GetProperty("readBy").GetArrayLength());
        Assert.Equal(
            (id, "unit", "wang", about),
            (
                oldest.GetProperty("id").GetString(),
                oldest.GetProperty("to").GetString(),
                oldest.GetProperty("from").GetProperty("subject").GetString(),
                oldest.GetProperty("incidentId").GetString()));
        var reading = Assert.Single(oldest.GetProperty("readBy").EnumerateArray());
        Assert.Equal(
            (unit, oldest.GetProperty("readAt").GetString()),
            (reading.GetProperty("unitId").GetString(), reading.GetProperty("at").GetString()));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
        Assert.Equal("where are you? 在哪？", oldest.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Messages_of_an_incident_go_to_all_on_it()
    {
        var unit = await fixture.FreeUnit(fixture.Fresh("S"));
        var incident = await fixture.Incident();
        var (dispatcher, taker, device) = (
            await Gateway.As("dispatcher"), await Gateway.As("callTaker"), await Gateway.As("unit", unit: unit));
        (await device.Post($"/incidents/{incident}/messages", new { text = "x" })).Expect(403, "notYours");
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        var id = (await device.Post($"/incidents/{incident}/messages", new { text = "the door is locked" }))
            .Expect(200)
            .String("messageId");
        Assert.Equal(1, (await taker.Get("/incidents/" + incident)).Expect(200).Int("unread"));
        (await taker.Post($"/incidents/{incident}/messages/{id}/reading", null)).Expect(200);
        var page = (await device.Get($"/incidents/{incident}/messages")).Expect(200).Json.GetProperty("items")[0];
        Assert.Equal(
            ("all", incident, "callTaker"),
            (
                page.GetProperty("to").GetString(),
                page.GetProperty("incidentId").GetString(),
                page.GetProperty("readBy")[0].GetProperty("role").GetString()));
        (await (await Gateway.As("unit", unit: await fixture.FreeUnit())).Get($"/incidents/{incident}/messages")).Expect(403, "notYours");
        (await (await Gateway.As("station", station: "elsewhere")).Get($"/incidents/{incident}/messages")).Expect(403, "notYours");
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        (await device.Post($"/incidents/{incident}/messages", new { text = "thanks" })).Expect(200);
    }

    [Fact]
    public async Task A_repeated_key_sends_one_message_and_names_it_again()
    {
        var unit = await fixture.FreeUnit();
        var device = await Gateway.As("unit", unit: unit);
        var key = ("Idempotency-Key", unit);
        var first = (await device.Post($"/units/{unit}/messages", new { text = "x" }, key)).Expect(200);
        var again = (await device.Post($"/units/{unit}/messages", new { text = "x" }, key)).Expect(200);
        Assert.Equal((first.String("messageId"), "true"), (again.String("messageId"), again.Header("Idempotency-Replayed")));
        (await device.Post($"/units/{unit}/messages", new { text = "y" }, key)).Expect(422, "keyReused");
        Assert.Single((await device.Get($"/units/{unit}/messages")).Expect(200).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Pages_go_on_where_they_stopped_and_a_reading_is_found_on_every_page()
    {
        var unit = await fixture.FreeUnit();
        var (dispatcher, device) = (await Gateway.As("dispatcher"), await Gateway.As("unit", unit: unit));
        var sent = new List<string>();
        for (var i = 0; i < 5; i++)
            sent.Add((await dispatcher.Post($"/units/{unit}/messages", new { text = "n" + i })).Expect(200).String("messageId"));
        (await device.Post($"/units/{unit}/messages/{sent[0]}/reading", null)).Expect(200);
        var (seen, cursor) = (new List<(string Id, bool Read)>(), "");
        do
        {
            var page = (await dispatcher.Get($"/units/{unit}/messages?limit=2{cursor}")).Expect(200).Json;
            seen.AddRange(page.GetProperty("items").EnumerateArray()
                .Select(m => (m.GetProperty("id").GetString()!, m.GetProperty("readAt").ValueKind != JsonValueKind.Null)));
            if (cursor.Length == 0)
                (await dispatcher.Post($"/units/{unit}/messages", new { text = "came meanwhile" })).Expect(200);
            cursor = page.GetProperty("next").GetString() is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(Enumerable.Reverse(sent).Select(id => (id, id == sent[0])), seen);
        foreach (var bad in new[] { "AAAA", "x", "MSAyIDkgNA" })
            Assert.Equal(
                ["cursor malformed"], (await dispatcher.Get($"/units/{unit}/messages?cursor={bad}")).Expect(400, "invalid").Errors);
        (await dispatcher.Get("/units/nowhere/messages")).Expect(404, "notFound");
        (await dispatcher.Get("/incidents/nowhere/messages")).Expect(404, "notFound");
        (await device.Post($"/units/{unit}/messages/nowhere/reading", null)).Expect(404, "notFound");
    }
}
