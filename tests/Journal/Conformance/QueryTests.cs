using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Lists of incidents, calls and units by every condition.</summary>
public abstract class QueryTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task Incidents_come_newest_received_first_then_by_id()
    {
        foreach (var (id, minutes) in new[] { ("b", 1), ("B", 1), ("a", 1), ("old", 0), ("-", 1), ("new", 2), ("1", 1) })
            await AddAsync(Rows.Incident(id) with { ReceivedAt = Conformance.Draft.Noon.AddMinutes(minutes) });
        Assert.Equal(["new", "-", "1", "B", "a", "b", "old"], await IdsAsync(Rows.AllIncidents));
    }

    [Fact]
    public async Task Incidents_are_chosen_by_open_or_closed_and_by_the_time_of_receipt()
    {
        for (var i = 0; i < 6; i++)
            await AddAsync(Rows.Incident($"i{i}") with { Open = i % 2 == 0, ReceivedAt = Conformance.Draft.Noon.AddMilliseconds(i) });
        Assert.Equal(["i4", "i2", "i0"], await IdsAsync(Rows.AllIncidents with { Open = true }));
        Assert.Equal(["i5", "i3", "i1"], await IdsAsync(Rows.AllIncidents with { Open = false }));
        Assert.Equal(
            ["i3", "i2"],
            await IdsAsync(Rows.AllIncidents with
            {
                From = Conformance.Draft.Noon.AddMilliseconds(2),
                To = Conformance.Draft.Noon.AddMilliseconds(4),
            }));
        Assert.Equal(
            ["i4", "i2"], await IdsAsync(Rows.AllIncidents with { Open = true, From = Conformance.Draft.Noon.AddMilliseconds(1) }));
    }

    [Fact]
    public async Task What_was_open_at_an_instant_had_been_received_and_not_yet_closed()
    {
        foreach (var (id, received, closed) in new (string, int, int?)[]
        {
            ("still", 0, null),
            ("over", 0, 5),
            ("later", 6, null),
            ("between", 2, 9),
            ("then", 5, 6),
        })
        {
            await AddAsync(Rows.Incident(id) with
            {
                ReceivedAt = Conformance.Draft.Noon.AddMinutes(received),
                Open = closed is null,
                ClosedAt = closed is { } c ? Conformance.Draft.Noon.AddMinutes(c) : null,
            });
        }

        Assert.Equal(
            ["between", "still", "then"],
            (await Queries.ListOpenAtAsync(Conformance.Draft.Noon.AddMinutes(5), 100, Cancellation))
                .Select(i => i.Value)
                .Order(StringComparer.Ordinal));
        Assert.Equal(2, (await Queries.ListOpenAtAsync(Conformance.Draft.Noon.AddMinutes(5), 2, Cancellation)).Count);
        Assert.Empty(await Queries.ListOpenAtAsync(Conformance.Draft.Noon.AddMinutes(-1), 100, Cancellation));
    }

    [Theory]
    [InlineData("盗窃", "cn")]
    [InlineData("城北路", "cn")]
    [InlineData("MAIN st", "en")]
    [InlineData("ÉCOLE", "en")]
    [InlineData("100%", "signs")]
    [InlineData("a_b", "signs")]
    [InlineData("\\", "signs")]
    [InlineData("北路 1", "cn")]
    [InlineData("路北")]
    [InlineData("%", "signs")]
    [InlineData("axb")]
    public async Task A_text_is_found_anywhere_whatever_its_case_and_no_sign_has_a_meaning(string text, params string[] found)
    {
        await AddAsync(Rows.Incident("cn") with { Search = "260504-0001\n襄垣县城北路 1 号\n盗窃" });
        await AddAsync(Rows.Incident("en") with { Search = "260504-0002\n12 main street\nécole" });
        await AddAsync(Rows.Incident("signs") with { Search = "100% a_b c\\d" });
        Assert.Equal(found, await IdsAsync(Rows.AllIncidents with { Text = text }));
    }

    [Fact]
    public async Task A_station_sees_its_own_incidents_and_those_that_one_of_its_units_is_on()
    {
        await AddAsync(Rows.Incident("own") with { Station = "west" });
        await AddAsync(Rows.Incident("foreign"));
        await AddAsync(Rows.Incident("none") with { Station = null });
        await AddAsync(
            Rows.Incident("helped"), Rows.Response("helped", 0, "u1"), Rows.Response("helped", 1, "u2") with { Station = "west" });
        await AddAsync(
            Rows.Incident("over"),
            Rows.Response("over", 0, "u3") with { Station = "west", Active = false, ClearedAt = Conformance.Draft.Noon });
        Assert.Equal(["helped", "own"], await IdsAsync(Rows.AllIncidents with { Station = "west" }));
        Assert.Equal(["foreign", "helped", "over"], await IdsAsync(Rows.AllIncidents with { Station = "north" }));
    }

    [Fact]
    public async Task A_unit_sees_what_it_is_on_and_what_it_was_on_until_an_instant_or_later()
    {
        await AddAsync(Rows.Incident("now"), Rows.Response("now", 0, "u1"));
        await AddAsync(Rows.Incident("late"), Rows.Response("late", 0, "u1") with { Active = false, ClearedAt = Conformance.Draft.Noon });
        await AddAsync(
            Rows.Incident("past"),
            Rows.Response("past", 0, "u1") with { Active = false, ClearedAt = Conformance.Draft.Noon.AddMilliseconds(-1) });
        await AddAsync(Rows.Incident("foreign"), Rows.Response("foreign", 0, "u2"));
        Assert.Equal(
            ["late", "now"], await IdsAsync(Rows.AllIncidents with { Unit = UnitId.Of("u1"), UnitSince = Conformance.Draft.Noon }));
        Assert.Equal(["late", "now", "past"], await IdsAsync(Rows.AllIncidents with { Unit = UnitId.Of("u1") }));
    }

    [Fact]
    public async Task Pages_give_each_incident_once_while_new_ones_arrive()
    {
        for (var i = 0; i < 20; i++)
            await AddAsync(Rows.Incident($"i{i:00}") with { ReceivedAt = Conformance.Draft.Noon.AddMinutes(i / 4) });
        var seen = new List<string>();
        (DateTimeOffset ReceivedAt, string Id)? after = null;
        for (var page = 0; page < 7; page++)
        {
            var rows = await Queries.ListIncidentsAsync(Rows.AllIncidents with { Limit = 3, After = after }, Cancellation);
            seen.AddRange(rows.Select(r => r.Row.Stream.Id));
            after = (rows[^1].ReceivedAt, rows[^1].Row.Stream.Id);
            await AddAsync(Rows.Incident($"new{page}") with { ReceivedAt = Conformance.Draft.Noon.AddHours(1) });
        }

        Assert.Equal(Enumerable.Range(0, 20).OrderBy(i => (-(i / 4), i)).Select(i => $"i{i:00}"), seen);
        Assert.Empty(await Queries.ListIncidentsAsync(Rows.AllIncidents with { After = after }, Cancellation));
    }

    [Fact]
    public async Task A_list_carries_the_board_row_and_the_receipt_as_they_are_now()
    {
        await AddAsync(Rows.Incident("a") with { ReceivedAt = Conformance.Draft.Noon.AddMilliseconds(-7) });
        await CommitAsync(Draft()
            .Event(Incident("a"), 1)
            .Row(Rows.Incident("a") with { Open = false, ReceivedAt = Conformance.Draft.Noon.AddMilliseconds(-5) }));
        var (row, receivedAt) = Assert.Single(await Queries.ListIncidentsAsync(Rows.AllIncidents with { Open = false }, Cancellation));
        Assert.Equivalent(await Journal.FindAsync(Incident("a"), Cancellation), row);
        Assert.Equal(Conformance.Draft.Noon.AddMilliseconds(-5), receivedAt);
    }

    [Fact]
    public async Task Calls_are_chosen_by_status_text_and_time_newest_first_in_pages()
    {
        for (var i = 0; i < 6; i++)
        {
            var row = Rows.Call($"c{i}") with
            {
                Status = (short)(i % 2),
                ReceivedAt = Conformance.Draft.Noon.AddMinutes(i / 2),
                Search = i < 3 ? "城北路\nline 1" : "elm street",
                DispositionKind = "inquiry",
                Incident = IncidentId.Of("a"),
            };
            await CommitAsync(Draft().Event(Call($"c{i}"), 0).Row(row));
        }

        Assert.Equal(["c4", "c5", "c2", "c3", "c0", "c1"], await CallIdsAsync(Rows.AllCalls));
        Assert.Equal(["c5", "c3", "c1"], await CallIdsAsync(Rows.AllCalls with { Status = 1 }));
        Assert.Equal(["c2", "c0", "c1"], await CallIdsAsync(Rows.AllCalls with { Text = "LINE 1" }));
        Assert.Equal(
            ["c2", "c3"],
            await CallIdsAsync(
                Rows.AllCalls with { From = Conformance.Draft.Noon.AddMinutes(1), To = Conformance.Draft.Noon.AddMinutes(2) }));
        Assert.Equal(
            ["c5", "c2"], await CallIdsAsync(Rows.AllCalls with { After = (Conformance.Draft.Noon.AddMinutes(2), "c4"), Limit = 2 }));
    }

    [Fact]
    public async Task Units_come_by_id_chosen_by_status_and_station()
    {
        foreach (var (id, status, station) in new (string, short, string?)[]
        {
            ("b", 1, "north"),
            ("a", 1, "west"),
            ("A", 2, "north"),
            ("c", 1, null),
            ("10", 1, "north"),
            ("9", 1, "north"),
            ("_", 1, "x"),
        })
        {
            await CommitAsync(Draft().Event(Unit(id), 0, board: new BoardEntry("{}", 1, true, status, 0, station, null)));
        }

        await CommitAsync(Draft().Event(Incident("a"), 0));

        Assert.Equal(["10", "9", "A", "_", "a", "b", "c"], await UnitIdsAsync(new UnitQuery(null, null, null, 100)));
        Assert.Equal(["10", "9", "b"], await UnitIdsAsync(new UnitQuery(1, "north", null, 100)));
        Assert.Equal(["A"], await UnitIdsAsync(new UnitQuery(2, null, null, 100)));
        Assert.Equal(["A", "_"], await UnitIdsAsync(new UnitQuery(null, null, "9", 2)));
    }

    private async Task AddAsync(IncidentRow row, params ResponseRow[] responses)
    {
        var draft = Draft().Event(row.Id.Stream, 0).Row(row);
        foreach (var response in responses)
            draft.Row(response);
        await CommitAsync(draft);
    }

    private async Task<IEnumerable<string>> IdsAsync(IncidentQuery query) =>
        (await Queries.ListIncidentsAsync(query, Cancellation)).Select(r => r.Row.Stream.Id);

    private async Task<IEnumerable<string>> CallIdsAsync(CallQuery query) =>
        (await Queries.ListCallsAsync(query, Cancellation)).Select(r => r.Row.Stream.Id);

    private async Task<IEnumerable<string>> UnitIdsAsync(UnitQuery query) =>
        (await Queries.ListUnitsAsync(query, Cancellation)).Select(r => r.Stream.Id);
}
