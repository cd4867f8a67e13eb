using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>What was said on an incident reaches who is sent there later.</summary>
[Collection(RealGateway.Name)]
public sealed class NoteTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_unit_that_is_sent_later_reads_what_was_noted_and_changed_before()
    {
        var unit = await fixture.FreeUnit();
        var incident = await fixture.Incident();
        var (dispatcher, device) = (await Gateway.As("dispatcher"), await Gateway.As("unit", unit: unit));
        (await dispatcher.Post($"/incidents/{incident}/notes", new { text = "he has a knife" })).Expect(200);
        (await dispatcher.Patch("/incidents/" + incident, new { priority = 1 })).Expect(200);
        (await device.Get($"/incidents/{incident}/notes")).Expect(403, "notYours");

        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        (await device.Post($"/incidents/{incident}/notes", new { text = "which door?" })).Expect(200);

        var page = (await device.Get($"/incidents/{incident}/notes")).Expect(200).Json;
        Assert.Equal(["NoteAdded", "IncidentChanged", "NoteAdded"], Kinds(page));
        Assert.Equal(["which door?", null, "he has a knife"], page.GetProperty("items").EnumerateArray().Select(TextOf));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Pages_join_without_a_gap_and_a_bad_cursor_is_refused()
    {
        var incident = await fixture.Incident();
        var dispatcher = await Gateway.As("dispatcher");
        for (var i = 1; i <= 5; i++)
            (await dispatcher.Post($"/incidents/{incident}/notes", new { text = $"note {i}" })).Expect(200);

        var texts = new List<string?>();
        string? cursor = null;
        do
        {
            var page = (await dispatcher.Get($"/incidents/{incident}/notes?limit=2" + (cursor is null ? "" : "&cursor=" + cursor)))
                .Expect(200).Json;
            texts.AddRange(page.GetProperty("items").EnumerateArray().Select(TextOf));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(["note 5", "note 4", "note 3", "note 2", "note 1"], texts);
        (await dispatcher.Get($"/incidents/{incident}/notes?cursor=nonsense")).Expect(400, "invalid");
        (await dispatcher.Get("/incidents/nosuch/notes")).Expect(404, "notFound");
    }

    private static IEnumerable<string?> Kinds(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString());

    private static string? TextOf(JsonElement happened) =>
        happened.GetProperty("data").TryGetProperty("text", out var text) ? text.GetString() : null;
}
