using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Places;
using Tocsin.Reading;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Reading;

/// <summary>Incidents and calls are found by all that is asked, in the order that is asked, each once.</summary>
public sealed class FindIncidentsTests
{
    private static readonly GeoPoint Square = new(36.53, 113.05);

    [Fact]
    public async Task Incidents_are_found_by_each_filter_and_by_all_at_once()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var unit = await centre.UnitAsync();
        var near = await MakeAsync(centre, "near", "盗窃", 1, "guhan", Square, "府前街 88 号", minutesAgo: 4);
        var beside = Square with { Lat = 36.5335 };
        var wide = await MakeAsync(centre, "wide", "盗窃", 2, "guhan", beside, "府前街８８号", minutesAgo: 3);
        var far = await MakeAsync(centre, "far", "火灾", 2, "xiying", Square with { Lat = 36.57 }, null, minutesAgo: 2);
        var nowhere = await MakeAsync(centre, "nowhere", "火灾", 4, null, null, null, minutesAgo: 1);
        TestCentre.Done(await centre.AssignAsync(far, unit));
        TestCentre.Done(await centre.DoAsync(far, new CloseIncident("handled", null, null)));
        var all = new IncidentFilter(null, null, null, null, 50, null);

        Assert.Equal([nowhere, far, wide, near], await FindAsync(centre, all));
        Assert.Equal([wide, near], await FindAsync(centre, all with { Category = "盗窃" }));
        Assert.Equal([wide, near], await FindAsync(centre, all with { Station = "guhan" }));
        Assert.Equal([far, wide], await FindAsync(centre, all with { Priority = 2 }));
        Assert.Equal([far], await FindAsync(centre, all with { Unit = unit }));
        Assert.Equal([far], await FindAsync(centre, all with { Disposition = "handled", Unit = unit, Category = "火灾" }));
        Assert.Equal([], await FindAsync(centre, all with { Disposition = "handled", Category = "盗窃" }));
        Assert.Equal([nowhere, wide, near], await FindAsync(centre, all with { Unattended = true }));
        Assert.Equal([], await FindAsync(centre, all with { Unattended = true, Open = false }));
        Assert.Equal([wide, near], await FindAsync(centre, all with { Near = Square, Radius = 500 }));
        Assert.Equal([near], await FindAsync(centre, all with { Near = Square, Radius = 388 }));
        Assert.Equal([far, wide, near], await FindAsync(centre, all with { Near = Square, Radius = 50_000 }));
        Assert.Equal([wide], await FindAsync(centre, all with { Near = Square, Radius = 5_000, Open = true, Priority = 2 }));
        Assert.Equal([wide, near], await FindAsync(centre, all with { Text = "府前街88号" }));
        Assert.Equal([near], await FindAsync(centre, all with { Text = "88号 府前街", Priority = 1, Category = "盗窃" }));
    }

    [Fact]
    public async Task Every_order_gives_each_incident_once_page_by_page()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var made = new List<IncidentId>();
        for (var i = 0; i < 9; i++)
            made.Add(await MakeAsync(centre, $"i{i}", "theft", 1 + (i * 2 % 4), null, Square, null, minutesAgo: 90 - i));
        var all = new IncidentFilter(null, null, null, null, 2, null);

        // Historic and unattended: late since their receipt, the oldest longest.
        IncidentId[] byPriority = [made[8], made[6], made[4], made[2], made[0], made[7], made[5], made[3], made[1]];
        Assert.Equal(byPriority, await PagesAsync(centre, all with { Sort = IncidentSort.Priority }));
        foreach (var closed in new[] { made[0], made[5] })
            TestCentre.Done(await centre.DoAsync(closed, new CloseIncident("handled", null, null)));
        IncidentId[] byLateness = [made[1], made[2], made[3], made[4], made[6], made[7], made[8], made[5], made[0]];
        Assert.Equal(byLateness, await PagesAsync(centre, all with { Sort = IncidentSort.Late }));
        Assert.Equal(byLateness, await PagesAsync(centre, all with { Sort = IncidentSort.Late, Near = Square, Radius = 100 }));
        Assert.Equal(Enumerable.Reverse(made), await PagesAsync(centre, all));
        Assert.NotNull((await centre.Reading.ListIncidents(
            all with { Sort = IncidentSort.Late, Cursor = "bm8" }, TestCentre.Dispatcher)).Refusal);
    }

    [Fact]
    public async Task Calls_are_found_by_what_was_made_of_them_and_by_their_incident()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var incident = await centre.IncidentAsync();
        var at = DateTimeOffset.UtcNow.AddSeconds(-60);
        foreach (var (id, kind) in new[] { ("a", DispositionKind.Duplicate), ("b", DispositionKind.Inquiry) })
        {
            at = at.AddSeconds(1);
            TestCentre.Done(await centre.DoAsync(CallId.Of(id), new ReceiveCall("13800000000", null, at, null, null)));
            var joined = kind == DispositionKind.Duplicate ? incident : (IncidentId?)null;
            TestCentre.Done(await centre.DoAsync(CallId.Of(id), new DisposeCall(kind, joined, null)));
        }

        var all = new CallFilter(null, null, null, null, 50, null);
        Assert.Equal(["b", "a"], await CallsAsync(centre, all));
        Assert.Equal(["a"], await CallsAsync(centre, all with { Incident = incident }));
        Assert.Equal(["b"], await CallsAsync(centre, all with { Disposition = DispositionKind.Inquiry }));
        Assert.Equal([], await CallsAsync(centre, all with { Disposition = DispositionKind.Inquiry, Incident = incident }));
    }

    [Fact]
    public async Task Calls_are_found_by_the_end_of_the_callers_number_however_it_is_written()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var at = DateTimeOffset.UtcNow.AddSeconds(-60);
        foreach (var (id, number) in new[]
        {
            ("a", "13800138000"), ("b", "+86 138-0013-8000"), ("c", "(0355) 2138000"), ("d", "110"), ("e", null), ("f", "1380013800"),
        })
        {
            at = at.AddSeconds(1);
            TestCentre.Done(await centre.DoAsync(CallId.Of(id), new ReceiveCall(number, null, at, null, null)));
        }

        Assert.Equal(["b", "a"], await ByNumberAsync(centre, "13800138000"));
        Assert.Equal(["b", "a"], await ByNumberAsync(centre, "8613800138000"));
        Assert.Equal(["c", "b", "a"], await ByNumberAsync(centre, "8000"));
        Assert.Equal(["f"], await ByNumberAsync(centre, "3800"));
        Assert.Equal([], await ByNumberAsync(centre, "0110"));
        var first = await centre.Reading.FindCallsByNumber("8000", 2, null, TestCentre.Dispatcher);
        Assert.Equal(["c", "b"], first.Items.Select(i => TocsinJson.Read<CallView>(i).Id.Value));
        Assert.Equal("(0355) 2138000", TocsinJson.Read<CallView>(first.Items[0]).CallerNumber);
        var second = await centre.Reading.FindCallsByNumber("8000", 2, first.Next, TestCentre.Dispatcher);
        Assert.Equal(["a"], second.Items.Select(i => TocsinJson.Read<CallView>(i).Id.Value));
        Assert.Null(second.Next);
        Assert.Equal(RefusalCode.Forbidden, (await centre.Reading.FindCallsByNumber("8000", 2, null, TestCentre.Admin)).Refusal!.Code);
    }

    private static async Task<IEnumerable<string>> ByNumberAsync(TestCentre centre, string digits) =>
        (await centre.Reading.FindCallsByNumber(digits, 50, null, TestCentre.Dispatcher)).Items
            .Select(i => TocsinJson.Read<CallView>(i).Id.Value);

    private static async Task<IncidentId> MakeAsync(
        TestCentre centre,
        string id,
        string category,
        int priority,
        string? station,
        GeoPoint? place,
        string? address,
        int minutesAgo = 0)
    {
        var incident = IncidentId.Of(id);
        var location = place is null && address is null ? null : new Location(place?.Lat, place?.Lon, address);
        var at = minutesAgo == 0 ? (DateTimeOffset?)null : DateTimeOffset.UtcNow.AddMinutes(-minutesAgo);
        TestCentre.Done(await centre.DoAsync(incident, new CreateIncident(null, category, priority, location, null, station, false, at)));
        return incident;
    }

    private static async Task<IEnumerable<IncidentId>> FindAsync(TestCentre centre, IncidentFilter filter)
    {
        var page = await centre.Reading.ListIncidents(filter, TestCentre.Dispatcher);
        Assert.Null(page.Refusal);
        return page.Items.Select(i => TocsinJson.Read<IncidentView>(i).Id);
    }

    private static async Task<List<IncidentId>> PagesAsync(TestCentre centre, IncidentFilter filter)
    {
        var found = new List<IncidentId>();
        do
        {
            var page = await centre.Reading.ListIncidents(filter, TestCentre.Dispatcher);
            Assert.Null(page.Refusal);
            found.AddRange(page.Items.Select(i => TocsinJson.Read<IncidentView>(i).Id));
            filter = filter with { Cursor = page.Next };
        }
        while (filter.Cursor is not null);
        return found;
    }

    private static async Task<IEnumerable<string>> CallsAsync(TestCentre centre, CallFilter filter) =>
        (await centre.Reading.ListCalls(filter, TestCentre.Dispatcher)).Items.Select(i => TocsinJson.Read<CallView>(i).Id.Value);
}
