using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>
/// What becomes of an incident that nobody sees to, over HTTP, with a real silo and its watch behind: a limit of a second, and everybody is
/// told at once.
/// </summary>
public sealed class LateIncidentTests(RealGatewayFixture fixture) : IClassFixture<RealGatewayFixture>
{
    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task What_is_late_is_listed_counted_taken_and_gone_when_somebody_goes()
    {
        var (station, incident) = await Late();
        var supervisor = await Gateway.As("supervisor");
        var list = await Listed("/overdue?station=" + station, incident, level: "supervisor");
        var item = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("overdue", "assign", station),
            (item.GetProperty("kind").GetString(), item.GetProperty("stage").GetString(), item.GetProperty("station").GetString()));
        Assert.True(list.GetProperty("complete").GetBoolean());
        Assert.Equal(1, list.GetProperty("total").GetInt32());
        Assert.Equal(
            $$"""[{"key":"{{station}}","count":1,"untaken":1,"worstSeconds":{{item.GetProperty("lateSeconds").GetInt64()}}}]""",
            list.GetProperty("byStation").GetRawText());
        Assert.Equal("assign", list.GetProperty("byStage")[0].GetProperty("key").GetString());
        Assert.Equal(0, list.GetProperty("byUnit").GetArrayLength());

        var taken = (await supervisor.Post($"/incidents/{incident}/escalations/supervisor/taking", null)).Expect(200);
        Assert.Equal("wang", taken.Json.GetProperty("clocks")[0].GetProperty("takenBy").GetString());
        await Until.HoldsAsync(
            "all that is late is taken",
            async () =>
                (await supervisor.Get("/overdue?station=" + station)).Expect(200).Json.GetProperty("byStation")[0].GetProperty("untaken")
                    .GetInt32() == 0);

        var unit = await fixture.FreeUnit(station);
        (await supervisor.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        await Until.HoldsAsync(
            "nothing is late", async () => (await supervisor.Get("/overdue?station=" + station)).Expect(200).Int("total") == 0);
    }

    [Fact]
    public async Task A_level_is_taken_by_those_whose_it_is()
    {
        var (station, incident) = await Late();
        await Listed("/overdue", incident, level: "supervisor");
        var path = $"/incidents/{incident}/escalations/";
        foreach (var person in new[] { await Gateway.As("dispatcher"), await Gateway.As("station", station: station) })
        {
            (await person.Post(path + "supervisor/taking", null)).Expect(403, "forbidden");
            (await person.Post(path + "dutyCommander/taking", "{}")).Expect(403, "forbidden");
        }

        (await (await Gateway.As("station", station: "elsewhere")).Post(path + "station/taking", null)).Expect(403, "notYours");
        (await (await Gateway.As("supervisor")).Post(path + "dutyCommander/taking", null)).Expect(409, "wrongStage");
        var own = (await (await Gateway.As("station", "desk", station: station)).Post(path + "station/taking", "{}")).Expect(200);
        Assert.Equal("desk", own.Json.GetProperty("clocks")[0].GetProperty("takenBy").GetString());
        (await (await Gateway.As("dispatcher")).Post(path + "station/taking", null)).Expect(200);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("Station")]
    [InlineData("1")]
    [InlineData("sta tion")]
    public async Task A_word_that_is_no_level_is_no_route(string level) =>
        (await (await Gateway.As("supervisor")).Post($"/incidents/i1/escalations/{level}/taking", null)).Expect(404, "notFound");

    [Fact]
    public async Task A_supervisor_urges_and_takes_over_and_it_stands_in_the_trail()
    {
        var (_, incident) = await Late();
        var supervisor = await Gateway.As("supervisor", "li");
        (await supervisor.Post($"/incidents/{incident}/urging", new { stage = "assign", reason = "the caller rang again" })).Expect(200);
        (await supervisor.Post($"/incidents/{incident}/urging", new { stage = "arrive", unitId = "U999", reason = "x" }))
            .Expect(422, "unknownReference");
        (await supervisor.Post("/incidents/nowhere/urging", new { stage = "assign", reason = "x" })).Expect(404, "notFound");
        var taken = (await supervisor.Post(
            $"/incidents/{incident}/supervision", new { reason = "the press is there" }, ("Idempotency-Key", incident)))
            .Expect(200);
        Assert.Equal("li", taken.Json.GetProperty("supervision").GetProperty("by").GetString());
        Assert.Equal(
            "true",
            (await supervisor.Post(
                $"/incidents/{incident}/supervision", new { reason = "the press is there" }, ("Idempotency-Key", incident)))
                .Expect(200)
                .Header("Idempotency-Replayed"));
        var kinds = (await supervisor.Get($"/incidents/{incident}/trail?limit=200"))
            .Expect(200).Json.GetProperty("items")
            .EnumerateArray()
            .Select(e => e.GetProperty("kind").GetString())
            .ToArray();
        Assert.Single(kinds, "Urged");
        Assert.Single(kinds, "SupervisionTaken");
        (await supervisor.Post($"/incidents/{incident}/closure", new { disposition = "settled" })).Expect(200);
        (await supervisor.Post($"/incidents/{incident}/urging", new { stage = "conclude", reason = "x" })).Expect(409, "incidentClosed");
        (await supervisor.Post($"/incidents/{incident}/supervision", new { reason = "x" })).Expect(409, "incidentClosed");
    }

    [Fact]
    public async Task A_station_sees_what_is_late_of_its_own()
    {
        var ((station, incident), (other, strange)) = (await Late(), await Late());
        await Listed("/overdue?station=" + other, strange);
        var own = await Gateway.As("station", station: station);
        await Until.HoldsAsync("the station sees it", async () => Ids((await own.Get("/overdue")).Expect(200).Json).Contains(incident));
        var seen = (await own.Get("/overdue")).Expect(200).Json;
        Assert.DoesNotContain(strange, Ids(seen));
        Assert.Equal(seen.GetProperty("items").GetArrayLength(), seen.GetProperty("total").GetInt32());
        Assert.Equal(0, (await own.Get("/overdue?station=" + other)).Expect(200).Int("total"));
    }

    [Fact]
    public async Task Pages_go_on_where_they_stopped()
    {
        var made = new List<string> { (await Late()).Incident, (await Late()).Incident, (await Late()).Incident };
        foreach (var incident in made)
            await Listed("/overdue?limit=200", incident);
        var supervisor = await Gateway.As("supervisor");
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await supervisor.Get("/overdue?limit=1" + cursor)).Expect(200).Json;
            seen.AddRange(Ids(page));
            cursor = page.GetProperty("next").GetString() is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(made.ToHashSet(), seen.ToHashSet());
        foreach (var bad in new[] { "AAAA", "x", "MSAyIDk5IDQ" })
            Assert.Equal(["cursor malformed"], (await supervisor.Get("/overdue?cursor=" + bad)).Expect(400, "invalid").Errors);
    }

    private static string[] Ids(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("incidentId").GetString()!)];

    private async Task<(string Station, string Incident)> Late()
    {
        var admin = await Gateway.As("admin");
        var known = (await admin.Get("/settings/policies/quick")).Status == 200;
        (await admin.Put(
            "/settings/policies/quick",
            """{"limits":[{"stage":"assign","limitSeconds":1}],"escalation":"""
                + """{"stationSeconds":0,"supervisorSeconds":0,"dutyCommanderSeconds":86400}}"""))
            .Expect(known ? 200 : 201);
        (await admin.Put("/settings/policy", new { name = "quick" })).Expect(200);
        var station = fixture.Fresh("S");
        return (station, await fixture.Incident(station));
    }

    private async Task<JsonElement> Listed(string path, string incident, string? level = null)
    {
        var supervisor = await Gateway.As("supervisor");
        JsonElement list = default;
        await Until.HoldsAsync($"{incident} is listed at {path}", async () =>
        {
            list = (await supervisor.Get(path)).Expect(200).Json;
            return list.GetProperty("items").EnumerateArray().Any(
                i => i.GetProperty("incidentId").GetString() == incident && (level is null || i.GetProperty("level").GetString() == level));
        });
        return list;
    }
}
