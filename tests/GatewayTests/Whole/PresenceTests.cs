using Tocsin.Presence;
using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Who has which incident open: told to the centre, of incidents that one may read, and each for oneself.</summary>
[Collection(RealGateway.Name)]
public sealed class PresenceTests(RealGatewayFixture fixture)
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task Another_subject_cannot_speak_for_a_console()
    {
        var (wang, li) = (await Gateway.As("dispatcher", "p-wang"), await Gateway.As("dispatcher", "p-li"));
        var (incident, other) = (await fixture.Incident(), await fixture.Incident());
        await using var feed = await FeedReader.OpenAsync(Gateway, await Gateway.Token("auditor"), "?presence=true");
        (await wang.Post("/presence", new { consoleId = "tab", incidentId = incident })).Expect(200);
        (await li.Post("/presence", new { consoleId = "tab", incidentId = (string?)null })).Expect(200);
        (await li.Post("/presence", new { consoleId = "tab", incidentId = other })).Expect(200);
        var told = new Dictionary<string, string?>();
        await feed.UntilAsync(frame =>
        {
            if (frame.Name == "presence")
            {
                foreach (var one in frame.Data.EnumerateArray().Where(p => p.GetProperty("consoleId").GetString() == "tab"))
                    told[one.GetProperty("subject").GetString()!] = one.GetProperty("incidentId").GetString();
            }

            return told.ContainsKey("p-li");
        });
        Assert.Equal((incident, other), (told["p-wang"], told["p-li"]));
    }

    [Fact]
    public async Task Units_and_stations_are_told_nothing()
    {
        var station = fixture.Fresh("S");
        var (unit, incident) = (await fixture.FreeUnit(station), await fixture.Incident(station));
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        (await dispatcher.Post("/presence", new { consoleId = "seen", incidentId = incident })).Expect(200);
        foreach (var token in new[] { await Gateway.Token("unit", "u", unit: unit), await Gateway.Token("station", "s", station: station) })
        {
            await using var feed = await FeedReader.OpenAsync(Gateway, token, "?presence=true");
            (await dispatcher.Post($"/incidents/{incident}/notes", new { text = "x" })).Expect(200);
            var seen = new List<string?>();
            await feed.UntilAsync(frame =>
            {
                seen.Add(frame.Name);
                return frame.Name == "NoteAdded";
            });
            Assert.DoesNotContain("presence", seen);
        }
    }

    [Fact]
    public async Task An_incident_that_is_not_there_or_is_anothers_is_refused()
    {
        var (unit, incident) = (await fixture.FreeUnit(), await fixture.Incident());
        var dispatcher = await Gateway.As("dispatcher");
        (await dispatcher.Post("/presence", new { consoleId = "c", incidentId = "nosuchincident" })).Expect(422, "unknownReference");
        var patrol = await Gateway.As("unit", "u", unit: unit);
        (await patrol.Post("/presence", new { consoleId = "c", incidentId = incident })).Expect(403, "notYours");
        (await dispatcher.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        (await patrol.Post("/presence", new { consoleId = "c", incidentId = incident })).Expect(200);

        // What is closed stands on no board, and may still be open at a console.
        (await dispatcher.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        (await dispatcher.Post("/presence", new { consoleId = "c", incidentId = incident })).Expect(200);
    }

    [Fact]
    public async Task A_subject_has_an_incident_open_at_so_many_consoles_at_most()
    {
        var (much, incident) = (await Gateway.As("dispatcher", "p-much"), await fixture.Incident());
        for (var i = 0; i < PresenceReport.ConsolesOfOneMax; i++)
            (await much.Post("/presence", new { consoleId = $"c{i}", incidentId = incident })).Expect(200);
        (await much.Post("/presence", new { consoleId = "one more", incidentId = incident })).Expect(429, "rateLimited");
        (await much.Post("/presence", new { consoleId = "c0", incidentId = incident })).Expect(200);
        (await (await Gateway.As("dispatcher", "p-little")).Post("/presence", new { consoleId = "c0", incidentId = incident })).Expect(200);
    }
}
