using System.Text.Json;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>Where a unit is and was, and on which incident, is its own affair, its station's and the centre's: everywhere alike.</summary>
[Collection(RealGateway.Name)]
public sealed class OthersUnitsTests(RealGatewayFixture fixture)
{
    private static readonly string[] s_centre = ["callTaker", "dispatcher", "supervisor", "auditor", "admin"];

    private TestGateway Gateway => fixture.Gateway;

    [Fact]
    public async Task A_unit_is_shown_with_its_place_and_its_incident_to_whom_it_concerns_and_to_nobody_else()
    {
        var (unit, station, incident) = await BusyAsync();
        var stranger = await fixture.FreeUnit(fixture.Fresh("S"));
        foreach (var (who, person) in await InsidersAsync(unit, station))
            Assert.All(await AskedAsync(person, unit), shown => Assert.Equal((who, incident, 36.1), (who, shown.Incident, shown.Lat)));
        foreach (var (who, person) in await StrangersAsync(stranger))
            Assert.All(await AskedAsync(person, unit), shown => Assert.Equal((who, null, null), (who, shown.Incident, shown.Lat)));
    }

    [Fact]
    public async Task Neither_board_nor_past_board_shows_a_stranger_the_unit()
    {
        var (unit, station, _) = await BusyAsync();
        var stranger = await fixture.FreeUnit(fixture.Fresh("S"));
        var now = DateTimeOffset.UtcNow;
        await Until.HoldsAsync("the clock has moved on", () => DateTimeOffset.UtcNow > now.AddMilliseconds(20));
        foreach (var path in new[] { "/board", $"/board?at={now.AddMilliseconds(10):O}".Replace("+", "%2B", StringComparison.Ordinal) })
        {
            foreach (var (who, person) in (await InsidersAsync(unit, station)).Where(p => p.Who != "admin"))
                Assert.True((await person.Get(path)).Expect(200).Text.Contains($"\"{unit}\"", StringComparison.Ordinal), $"{who} {path}");
            foreach (var (who, person) in await StrangersAsync(stranger))
                Assert.False((await person.Get(path)).Expect(200).Text.Contains($"\"{unit}\"", StringComparison.Ordinal), $"{who} {path}");
        }
    }

    [Fact]
    public async Task The_feed_tells_a_stranger_nothing_of_the_unit()
    {
        var (unit, _, _) = await BusyAsync();
        var stranger = await fixture.FreeUnit(fixture.Fresh("S"));
        await using var feed = await FeedReader.OpenAsync(
            Gateway, await Gateway.Token("unit", "s", unit: stranger), "?after=0&positions=all");
        await ReportAsync(unit, 36.2);
        await ReportAsync(stranger, 36.3);
        var seen = new List<FeedReader.Frame>();
        await feed.UntilAsync(frame =>
        {
            seen.Add(frame);
            return frame.Name == "positions" && frame.Data[0].GetProperty("unitId").GetString() == stranger;
        });
        Assert.DoesNotContain(
            seen,
            f => f.Data.ValueKind != JsonValueKind.Undefined && f.Data.GetRawText().Contains($"\"{unit}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_track_is_read_by_whom_may_read_the_trail()
    {
        var (unit, station, _) = await BusyAsync();
        var stranger = await fixture.FreeUnit(fixture.Fresh("S"));
        foreach (var path in new[] { $"/units/{unit}/track", $"/units/{unit}/trail" })
        {
            foreach (var (who, person) in await InsidersAsync(unit, station))
                (await person.Get(path)).Expect(who is "callTaker" or "admin" ? 403 : 200);
            foreach (var (_, person) in await StrangersAsync(stranger))
                (await person.Get(path)).Expect(403, "notYours");
        }

        (await (await Gateway.As("dispatcher")).Get("/units/ghost/track")).Expect(404, "notFound");
    }

    [Fact]
    public async Task A_station_is_told_that_anothers_unit_is_busy_and_not_on_what()
    {
        var (unit, station, incident) = await BusyAsync();
        var (own, foreign) = (await Gateway.As("station", station: station), fixture.Fresh("S"));
        var theirs = await fixture.Incident(foreign);
        var plan = (await (await Gateway.As("station", station: foreign)).Get($"/incidents/{theirs}/response-plan")).Expect(200).Text;
        Assert.DoesNotContain(incident, plan, StringComparison.Ordinal);
        Assert.Contains(incident, (await own.Get($"/units/{unit}")).Expect(200).Text, StringComparison.Ordinal);
    }

    private async Task<(string Unit, string Station, string Incident)> BusyAsync()
    {
        var station = fixture.Fresh("S");
        var (unit, incident) = (await fixture.FreeUnit(station), await fixture.Incident(station));
        (await (await Gateway.As("dispatcher")).Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } })).Expect(200);
        await ReportAsync(unit, 36.1);
        return (unit, station, incident);
    }

    private async Task ReportAsync(string unit, double lat) => (await (await Gateway.As("feeder")).Post(
        "/positions", new[] { new { unitId = unit, lat, lon = 113.1, at = DateTimeOffset.UtcNow, valid = true } })).Expect(202);

    private async Task<(string Who, Person Person)[]> InsidersAsync(string unit, string station)
    {
        var people = new List<(string, Person)>
        {
            ("unit", await Gateway.As("unit", "s", unit: unit)),
            ("station", await Gateway.As("station", "s", station: station)),
        };
        foreach (var role in s_centre)
            people.Add((role, await Gateway.As(role, "s")));
        return [.. people];
    }

    private async Task<(string Who, Person Person)[]> StrangersAsync(string unit) =>
    [
        ("another unit", await Gateway.As("unit", "s", unit: unit)),
        ("another station", await Gateway.As("station", "s", station: "elsewhere")),
    ];

    // Asked for itself, in the list, and as a table.
    private static async Task<(string? Incident, double? Lat)[]> AskedAsync(Person person, string unit)
    {
        var one = (await person.Get("/units/" + unit)).Expect(200).Json;
        var listed = await FindAsync(person, unit);
        var table = (await person.Get("/units/" + unit, ("Accept", "text/csv"))).Expect(200).Text.Trim().Split('\n');
        var (head, row) = (table[0].Trim('\uFEFF', '\r').Split(','), table[1].Trim('\r').Split(','));
        var (incident, lat) = (row[Array.IndexOf(head, "incidentId")], row[Array.IndexOf(head, "position.lat")]);
        return
        [
            ShownIn(one),
            ShownIn(listed),
            (incident.Length > 0 ? incident : null,
                lat.Length > 0 ? double.Parse(lat, System.Globalization.CultureInfo.InvariantCulture) : null),
        ];
    }

    private static async Task<JsonElement> FindAsync(Person person, string unit)
    {
        string? next = null;
        do
        {
            var cursor = next is null ? "" : "&cursor=" + Uri.EscapeDataString(next);
            var page = (await person.Get("/units?limit=200" + cursor)).Expect(200).Json;
            if (page.GetProperty("items").EnumerateArray().FirstOrDefault(u => u.GetProperty("id").GetString() == unit)
                is { ValueKind: JsonValueKind.Object } found)
            {
                return found;
            }

            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        throw new InvalidOperationException("It is not in the list.");
    }

    private static (string? Incident, double? Lat) ShownIn(JsonElement unit) => (
        unit.GetProperty("incidentId").GetString(),
        unit.GetProperty("position") is { ValueKind: JsonValueKind.Object } position ? position.GetProperty("lat").GetDouble() : null);
}
