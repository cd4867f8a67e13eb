using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The one list of all kinds, by every condition; here of incidents and units.</summary>
public abstract class ListTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private static DateTimeOffset Noon => Conformance.Draft.Noon;

    [Fact]
    public async Task Things_come_newest_first_then_by_id_and_other_kinds_do_not()
    {
        foreach (var (id, minutes) in new[] { ("b", 1), ("B", 1), ("a", 1), ("old", 0), ("-", 1), ("new", 2), ("1", 1) })
            await AddAsync(id, Noon.AddMinutes(minutes));
        await CommitAsync(Draft().Event(Call("c"), 0).Listed(Call("c"), new Listing(Noon, "a call", [])));
        await CommitAsync(Draft().Event(Incident("unlisted"), 0));
        Assert.Equal(["new", "-", "1", "B", "a", "b", "old"], await IdsAsync(Rows.AllIncidents));
        Assert.Equal(["c"], await IdsAsync(Rows.AllIncidents with { Kind = StreamKind.Call, Text = "A CALL" }));
    }

    [Fact]
    public async Task Things_are_chosen_by_open_status_station_and_time()
    {
        for (short i = 0; i < 6; i++)
            await AddAsync($"i{i}", Noon.AddMilliseconds(i), open: i % 2 == 0, status: i, station: i < 2 ? "west" : null);
        Assert.Equal(["i4", "i2", "i0"], await IdsAsync(Rows.AllIncidents with { Open = true }));
        Assert.Equal(["i5", "i3", "i1"], await IdsAsync(Rows.AllIncidents with { Open = false }));
        Assert.Equal(["i3"], await IdsAsync(Rows.AllIncidents with { Status = 3 }));
        Assert.Equal([], await IdsAsync(Rows.AllIncidents with { Status = 3, Open = true }));
        Assert.Equal(["i1", "i0"], await IdsAsync(Rows.AllIncidents with { Station = "west" }));
        var middle = Rows.AllIncidents with { From = Noon.AddMilliseconds(2), To = Noon.AddMilliseconds(4) };
        Assert.Equal(["i3", "i2"], await IdsAsync(middle));
        Assert.Equal(["i2"], await IdsAsync(middle with { Open = true }));
        Assert.Equal(["i3", "i2"], await IdsAsync(middle with { Text = "text" }));
    }

    [Theory]
    [InlineData("盗窃", "cn")]
    [InlineData("城北路", "cn")]
    [InlineData("盗", "cn")]
    [InlineData("窃", "cn")]
    [InlineData("MAIN st", "en")]
    [InlineData("ÉCOLE", "en")]
    [InlineData("ecole")]
    [InlineData("100%", "signs")]
    [InlineData("a_b", "signs")]
    [InlineData("\\")]
    [InlineData("'")]
    [InlineData("o'b & (c | !d):*", "signs")]
    [InlineData("北路 1", "cn")]
    [InlineData("𠮷野", "cn")]
    [InlineData("路北")]
    [InlineData("%")]
    [InlineData("府前街88号", "half", "wide")]
    [InlineData("府前街 88 号", "half", "wide")]
    [InlineData("府前街８８号", "half", "wide")]
    [InlineData("号　８８", "half", "wide")]
    [InlineData("府前街 89 号")]
    [InlineData("蓝色 老人", "half")]
    [InlineData("老人，有蓝色", "half")]
    [InlineData("老人蓝色")]
    [InlineData("2611300005", "half")]
    [InlineData("261130-0005", "half")]
    [InlineData("261130 0005", "half")]
    [InlineData("1130-0005", "half")]
    [InlineData("STREET ｍａｉｎ 12", "en")]
    [InlineData("main avenue")]
    [InlineData("8 1 3", "half", "wide")]
    [InlineData("axb")]
    [InlineData("号盗")]
    public async Task A_text_is_found_anywhere_whatever_its_spelling_and_no_sign_has_a_meaning(string text, params string[] found)
    {
        await AddAsync("half", text: "261130-0005\n府前街 88 号\n老人，有蓝色上衣 13");
        await AddAsync("wide", text: "261130-0006\n府前街８８号\n13");
        await AddAsync("cn", text: "260504-0001\n襄垣县城北路 1 号 𠮷野\n盗窃");
        await AddAsync("en", text: "260504-0002\n12 main street\nécole");
        await AddAsync("signs", text: "100% a_b c\\d o'b & (c | !d):* \"x\" -y");
        Assert.Equal(found, await IdsAsync(Rows.AllIncidents with { Text = text }));

        // Open ones need no index.
        Assert.Equal(found, await IdsAsync(Rows.AllIncidents with { Text = text, Open = true }));
    }

    [Fact]
    public async Task Any_part_of_any_text_is_found_and_nothing_else_however_many_newer_ones_there_are()
    {
        const string Alphabet = "ab盗窃 1路𠮷";
        var random = new Random(7);
        var runes = Alphabet.EnumerateRunes().ToArray();
        string Some(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => runes[random.Next(runes.Length)].ToString()));
        var texts = new Dictionary<string, string>();
        for (var i = 0; i < 60; i++)
        {
            texts[$"i{i:00}"] = Some(random.Next(1, 12));
            await AddAsync($"i{i:00}", text: texts[$"i{i:00}"]);
        }

        for (var i = 0; i < 60; i++)
        {
            var part = Some(random.Next(1, 4));
            var list = Rows.AllIncidents with { Text = part };
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var expected = texts
                .Where(t => words.Length > 0 && words.All(w => t.Value.Replace(" ", "").Contains(w, StringComparison.Ordinal)))
                .Select(t => t.Key);
            Assert.Equal(expected.Order(StringComparer.Ordinal), await IdsAsync(list));

            // A page that the newest ones fill, and one that they do not.
            Assert.Equal(expected.Order(StringComparer.Ordinal).Take(2), await IdsAsync(list with { Limit = 2 }));
        }
    }

    [Fact]
    public async Task A_text_that_changes_is_found_as_it_is_and_not_as_it_was()
    {
        var before = await AddAsync("a", text: "old words");
        var after = before with { Text = SearchText.Fold("new words") };
        await CommitAsync(Draft().Event(Incident("a"), 1).Listed(Incident("a"), after, before));
        Assert.Equal([], await IdsAsync(Rows.AllIncidents with { Text = "old" }));
        Assert.Equal(["a"], await IdsAsync(Rows.AllIncidents with { Text = "new w" }));
        Assert.Equal(["a"], await IdsAsync(Rows.AllIncidents));
    }

    [Fact]
    public async Task Keys_find_what_has_all_of_some_and_any_of_others_in_pages()
    {
        for (var i = 0; i < 12; i++)
        {
            string[] keys = [$"two:{i % 2}", $"three:{i % 3}"];
            await AddAsync($"i{i:00}", Noon.AddMinutes(i), text: $"text {i % 4}", open: i % 4 == 0, keys: keys);
        }

        var list = Rows.AllIncidents with { AllKeys = ["two:0", "three:0"] };
        Assert.Equal(["i06", "i00"], await IdsAsync(list));
        Assert.Equal(["i00"], await IdsAsync(list with { Open = true }));
        Assert.Equal(["i06"], await IdsAsync(list with { Text = "text 2" }));
        Assert.Equal(["i06"], await IdsAsync(list with { Limit = 1 }));
        Assert.Equal(["i00"], await IdsAsync(list with { After = (Noon.AddMinutes(6), "i06") }));
        var any = Rows.AllIncidents with { AnyKey = ["two:1", "three:0"] };
        Assert.Equal(["i11", "i09", "i07", "i06", "i05", "i03", "i01", "i00"], await IdsAsync(any));
        Assert.Equal(["i09", "i03"], await IdsAsync(any with { AllKeys = ["three:0"], AnyKey = ["two:1"] }));
        Assert.Equal(["i05", "i03", "i01", "i00"], await IdsAsync(any with { After = (Noon.AddMinutes(6), "i06") }));
        Assert.Equal(["i11", "i07", "i03"], await IdsAsync(any with { Text = "text 3" }));
        Assert.Equal([], await IdsAsync(Rows.AllIncidents with { AnyKey = ["two:7"] }));
    }

    [Fact]
    public async Task A_key_that_is_gone_finds_nothing_and_one_that_came_does()
    {
        var before = await AddAsync("a", keys: ["unit:u1", "station:north"]);
        var after = before with { Keys = ["unit:u2", "station:north"] };
        await CommitAsync(Draft().Event(Incident("a"), 1).Listed(Incident("a"), after, before));
        Assert.Equal([], await IdsAsync(Rows.AllIncidents with { AnyKey = ["unit:u1"] }));
        Assert.Equal(["a"], await IdsAsync(Rows.AllIncidents with { AnyKey = ["unit:u2"] }));
        Assert.Equal(["a"], await IdsAsync(Rows.AllIncidents with { AllKeys = ["station:north"] }));
    }

    [Fact]
    public async Task Pages_give_each_thing_once_while_new_ones_arrive()
    {
        for (var i = 0; i < 20; i++)
            await AddAsync($"i{i:00}", Noon.AddMinutes(i / 4));
        var seen = new List<string>();
        var list = Rows.AllIncidents with { Limit = 3 };
        for (var page = 0; page < 7; page++)
        {
            var rows = await Queries.ListAsync(list, Cancellation);
            seen.AddRange(rows.Select(r => r.Row.Stream.Id));
            list = list with { After = (rows[^1].At, rows[^1].Row.Stream.Id) };
            await AddAsync($"new{page}", Noon.AddHours(1));
        }

        Assert.Equal(Enumerable.Range(0, 20).OrderBy(i => (-(i / 4), i)).Select(i => $"i{i:00}"), seen);
        Assert.Empty(await Queries.ListAsync(list, Cancellation));
    }

    [Fact]
    public async Task A_list_carries_the_board_row_as_it_is_now()
    {
        await AddAsync("a", Noon.AddMilliseconds(-7));
        await CommitAsync(Draft().Event(Incident("a"), 1, board: Conformance.Draft.Entry(Incident("a"), 2, open: false)));
        var (row, at) = Assert.Single(await Queries.ListAsync(Rows.AllIncidents with { Open = false }, Cancellation));
        Assert.Equivalent(await Journal.FindAsync(Incident("a"), Cancellation), row);
        Assert.Equal(Noon.AddMilliseconds(-7), at);
    }

    [Fact]
    public async Task Units_come_by_id_chosen_by_status_and_station()
    {
        (string Id, short Status, string? Station)[] units =
            [("b", 1, "north"), ("a", 1, "west"), ("A", 2, "north"), ("c", 1, null), ("10", 1, "north"), ("9", 1, "north"), ("_", 1, "x")];
        foreach (var (id, status, station) in units)
            await CommitAsync(Draft().Event(Unit(id), 0, board: new BoardEntry("{}", 1, true, status, 0, station, null)));
        await CommitAsync(Draft().Event(Incident("a"), 0));

        Assert.Equal(["10", "9", "A", "_", "a", "b", "c"], await IdsAsync(Rows.AllUnits));
        Assert.Equal(["10", "9", "b"], await IdsAsync(Rows.AllUnits with { Status = 1, Station = "north" }));
        Assert.Equal(["A"], await IdsAsync(Rows.AllUnits with { Status = 2 }));
        Assert.Equal(["A", "_"], await IdsAsync(Rows.AllUnits with { After = (default, "9"), Limit = 2 }));
    }

    [Fact]
    public async Task Things_are_chosen_by_priority_newest_first_and_in_pages()
    {
        for (var i = 0; i < 12; i++)
            await AddAsync($"i{i:00}", Noon.AddMinutes(i / 2), priority: (short)(i % 3), text: $"text {i % 2}", keys: $"two:{i % 2}");
        var list = Rows.AllIncidents with { Priority = 1 };
        Assert.Equal(["i10", "i07", "i04", "i01"], await IdsAsync(list));
        Assert.Equal(["i07", "i04"], await IdsAsync(list with { Limit = 2, After = (Noon.AddMinutes(5), "i10") }));
        Assert.Equal(["i07", "i01"], await IdsAsync(list with { AllKeys = ["two:1"] }));
        Assert.Equal(["i10", "i04"], await IdsAsync(list with { Text = "0 text" }));
        Assert.Equal([], await IdsAsync(list with { Priority = 4 }));
    }

    [Fact]
    public async Task What_is_late_comes_longest_first_and_the_rest_is_what_is_not()
    {
        for (var i = 0; i < 9; i++)
            await AddAsync($"i{i}", Noon.AddMinutes(i), late: i % 3 == 0 ? null : Noon.AddMinutes(-(i / 2)), keys: $"two:{i % 2}");
        await AddAsync("same", Noon, late: Noon);
        var list = Rows.AllIncidents with { Order = ListOrder.LongestLate };
        Assert.Equal(["i8", "i7", "i4", "i5", "i2", "i1", "same"], await IdsAsync(list));
        Assert.Equal(["i4", "i5"], await IdsAsync(list with { After = (Noon.AddMinutes(-3), "i7"), Limit = 2 }));
        Assert.Equal(["i2", "i1", "same"], await IdsAsync(list with { After = (Noon.AddMinutes(-2), "i5") }));
        Assert.Equal(["i7", "i5", "i1"], await IdsAsync(list with { AnyKey = ["two:1"] }));
        Assert.Equal(["i8"], await IdsAsync(list with { From = Noon.AddMinutes(8), Text = "text", Open = true }));
        Assert.Equal(["i6", "i3", "i0"], await IdsAsync(Rows.AllIncidents with { Late = false }));
        Assert.Equal(["i6"], await IdsAsync(Rows.AllIncidents with { Late = false, Limit = 1, AllKeys = ["two:0"] }));
    }

    [Fact]
    public async Task An_area_is_found_whether_the_newest_things_hold_it_or_not()
    {
        for (var i = 0; i < 20; i++)
        {
            string[] keys = [$"cell:{i % 5}", $"two:{i % 2}"];
            await AddAsync($"i{i:00}", Noon.AddMinutes(i), text: $"text {i % 3}", open: i % 4 == 0, keys: keys);
        }

        var list = Rows.AllIncidents with { Area = ["cell:1", "cell:2"] };
        Assert.Equal(["i17", "i16", "i12", "i11", "i07", "i06", "i02", "i01"], await IdsAsync(list));
        Assert.Equal(["i17", "i16"], await IdsAsync(list with { Limit = 2 }));
        Assert.Equal(["i07", "i06"], await IdsAsync(list with { Limit = 2, After = (Noon.AddMinutes(11), "i11") }));
        Assert.Equal(["i17", "i11", "i07", "i01"], await IdsAsync(list with { AllKeys = ["two:1"] }));
        Assert.Equal(["i17", "i11", "i07", "i01"], await IdsAsync(list with { AnyKey = ["two:1"] }));
        Assert.Equal(["i16", "i12"], await IdsAsync(list with { Open = true }));
        Assert.Equal(["i16", "i07", "i01"], await IdsAsync(list with { Text = "text1" }));
        Assert.Equal([], await IdsAsync(list with { Area = ["cell:9"] }));
    }

    [Fact]
    public async Task Things_are_found_by_the_end_of_the_number_in_their_personal_text()
    {
        (string Id, string Number)[] people =
            [("a", "13800138000"), ("b", "+86 138-0013-8000"), ("c", "(0355) 213.8000"), ("d", "110"), ("f", "1380013800")];
        foreach (var (id, number) in people)
        {
            await CommitAsync(Draft()
                .Event(Call(id), 0)
                .Personal(Call(id), $"\"{number}\"")
                .Listed(Call(id), new Listing(Noon, "", [$"key:{id}"])));
        }

        await CommitAsync(Draft().Event(Unit("u"), 0).Personal(Unit("u"), "[\"8000\"]"));
        var list = new ListQuery(StreamKind.Call, 10) { NumberMin = 7 };
        Assert.Equal(["a", "b"], await IdsAsync(list with { NumberEnd = "13800138000" }));
        Assert.Equal(["a", "b"], await IdsAsync(list with { NumberEnd = "008613800138000" }));
        Assert.Equal(["a", "b", "c"], await IdsAsync(list with { NumberEnd = "8000" }));
        Assert.Equal(["b"], await IdsAsync(list with { NumberEnd = "8000", AllKeys = ["key:b"] }));
        Assert.Equal(["c"], await IdsAsync(list with { NumberEnd = "8000", After = (Noon, "b") }));
        Assert.Equal([], await IdsAsync(list with { NumberEnd = "0110" }));
    }

    private async Task<Listing> AddAsync(
        string id,
        DateTimeOffset? at = null,
        string text = "text",
        bool open = true,
        short status = 1,
        string? station = "north",
        short priority = 0,
        DateTimeOffset? late = null,
        params string[] keys)
    {
        var listing = new Listing(at ?? Noon, SearchText.Fold(text), keys);
        var board = new BoardEntry("{}", 1, open, status, priority, station, null) { LateAt = late };
        await CommitAsync(Draft().Event(Incident(id), 0, board: board).Listed(Incident(id), listing));
        return listing;
    }

    private async Task<IEnumerable<string>> IdsAsync(ListQuery query) =>
        (await Queries.ListAsync(query, Cancellation)).Select(r => r.Row.Stream.Id);
}
