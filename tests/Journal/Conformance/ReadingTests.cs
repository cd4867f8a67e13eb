using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>How the journal and the board are read.</summary>
public abstract class ReadingTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    // Incidents and units.
    private static readonly short[] s_board = [1, 2];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task A_page_never_ends_within_an_append_and_pages_give_every_event_once(int limit)
    {
        for (var i = 0; i < 12; i++)
        {
            var draft = Draft();
            for (var j = 0; j <= i % 5; j++)
                draft.Event(Unit($"u{i}-{j}"), 0);
            await CommitAsync(draft);
        }

        var all = await EventsAsync();
        var seen = new List<JournalEvent>();
        while (true)
        {
            var page = await Journal.ReadAsync(seen.Count == 0 ? JournalPosition.Start : seen[^1].Position, limit, Cancellation);
            if (page.Count == 0)
                break;
            seen.AddRange(page);
            Assert.True(page.Count >= limit || page[^1].Position == all[^1].Position);
            var next = all.FirstOrDefault(e => e.Position > page[^1].Position);
            Assert.NotEqual(next?.CommandId, page[^1].CommandId);
        }

        Assert.Equal(all.Select(e => e.Position), seen.Select(e => e.Position));
    }

    [Fact]
    public async Task A_page_with_its_rows_shows_every_stream_as_of_its_last_event()
    {
        for (var i = 0; i < 6; i++)
        {
            await CommitAsync(Draft().Event(Incident("i"), i).Event(Unit($"u{i % 2}"), i / 2).Event(Call("c"), i)
                .Event(new StreamId(StreamKind.Station, $"s{i}"), 0));
        }

        var page = await Journal.ReadPageAsync(JournalPosition.Start, 1000, Cancellation);
        Assert.True(page.IsEnd);
        Assert.Equal((await EventsAsync()).Select(e => e.Position), page.Events.Select(e => e.Position));
        string[] rows = ["call/c 6", "incident/i 6", .. Enumerable.Range(0, 6).Select(i => $"station/s{i} 1"), "unit/u0 3", "unit/u1 3"];
        Assert.Equal(rows, page.Rows.Select(r => $"{r.Stream} {r.Version}").Order(StringComparer.Ordinal));
        Assert.All(page.Rows, row => Assert.Equal(page.Events.Last(e => e.Stream == row.Stream).Position, row.Position));

        var nothing = await Journal.ReadPageAsync(page.Events[^1].Position, 1000, Cancellation);
        Assert.True(nothing.IsEnd);
        Assert.Empty(nothing.Events);
        Assert.Empty(nothing.Rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_full_page_with_its_rows_ends_with_a_whole_append_and_says_that_there_is_more(int limit)
    {
        for (var i = 0; i < 6; i++)
            await CommitAsync(Draft().Event(Incident("i"), i).Event(Unit("u"), i));
        var page = await Journal.ReadPageAsync(JournalPosition.Start, limit, Cancellation);
        Assert.False(page.IsEnd);
        Assert.Equal(0, page.Events.Count % 2);
        Assert.True(page.Events.Count >= limit);
        Assert.Equal(["incident/i 6", "unit/u 6"], page.Rows.Select(r => $"{r.Stream} {r.Version}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_picture_is_what_is_open_with_the_journals_end()
    {
        var nothing = new List<BoardRow>();
        Assert.Equal((JournalPosition.Start, Journal.Epoch), await Journal.ReadPictureAsync(s_board, nothing.Add, Cancellation));
        Assert.Empty(nothing);
        for (var i = 0; i < 4; i++)
        {
            await CommitAsync(Draft()
                .Event(Incident($"i{i}"), 0, board: Conformance.Draft.Entry(Incident($"i{i}"), 1, i % 2 == 0))
                .Event(Unit($"u{i}"), 0)
                .Event(Call($"c{i}"), 0));
        }

        var rows = new List<BoardRow>();
        var (position, epoch) = await Journal.ReadPictureAsync(s_board, rows.Add, Cancellation);
        Assert.Equal((await EventsAsync())[^1].Position, position);
        Assert.Equal(Journal.Epoch, epoch);
        Assert.Equal(
            ["incident/i0", "incident/i2", "unit/u0", "unit/u1", "unit/u2", "unit/u3"],
            rows.Select(r => r.Stream.ToString()).Order(StringComparer.Ordinal));
        var same = await Journal.ReadBoardAsync([rows[0].Stream], Cancellation);
        Assert.Equal((same[0].Version, same[0].Entry.View), (rows[0].Version, rows[0].Entry.View));
    }

    [Fact]
    public async Task A_stream_is_read_in_pages_by_version()
    {
        for (var i = 0; i < 5; i++)
            await CommitAsync(Draft().Event(Unit("u"), i * 2).Event(Unit("v"), i).Event(Unit("u"), i * 2));
        Assert.Equal([1, 2, 3], (await Journal.ReadStreamAsync(Unit("u"), 0, 3, Cancellation)).Select(e => e.Version));
        Assert.Equal([4, 5, 6], (await Journal.ReadStreamAsync(Unit("u"), 3, 3, Cancellation)).Select(e => e.Version));
        Assert.Equal([10], (await Journal.ReadStreamAsync(Unit("u"), 9, 3, Cancellation)).Select(e => e.Version));
        Assert.Empty(await Journal.ReadStreamAsync(Unit("u"), 10, 3, Cancellation));
        Assert.Empty(await Journal.ReadStreamAsync(Unit("nobody"), 0, 3, Cancellation));
        Assert.All(await Journal.ReadStreamAsync(Unit("v"), 0, 100, Cancellation), e => Assert.Equal(Unit("v"), e.Stream));
    }

    [Fact]
    public async Task An_empty_journal_has_nothing_and_ends_at_the_start()
    {
        Assert.Empty(await EventsAsync());
        Assert.Equal((JournalPosition.Start, Journal.Epoch), await Journal.ReadEndAsync(Cancellation));
        Assert.Null(await Journal.FindAsync(Unit("u"), Cancellation));
        Assert.Empty(await Journal.VersionsAsync([], Cancellation));
    }

    [Fact]
    public async Task The_board_of_one_kind_is_read_in_order_of_position_in_pages_and_only_what_is_open_when_asked()
    {
        for (var i = 0; i < 6; i++)
        {
            await CommitAsync(Draft()
                .Event(Incident($"i{i}"), 0, board: Conformance.Draft.Entry(Incident($"i{i}"), 1, i % 2 == 0))
                .Event(Unit($"u{i}"), 0));
        }

        await CommitAsync(Draft().Event(Incident("i0"), 1));

        var first = await Journal.ReadBoardAsync(StreamKind.Incident, false, JournalPosition.Start, 4, Cancellation);
        Assert.Equal(["i1", "i2", "i3", "i4"], first.Select(r => r.Stream.Id));
        var rest = await Journal.ReadBoardAsync(StreamKind.Incident, false, first[^1].Position, 4, Cancellation);
        Assert.Equal(["i5", "i0"], rest.Select(r => r.Stream.Id));
        var open = await Journal.ReadBoardAsync(StreamKind.Incident, true, JournalPosition.Start, 100, Cancellation);
        Assert.Equal(["i2", "i4", "i0"], open.Select(r => r.Stream.Id));
        Assert.Equal(6, (await Journal.ReadBoardAsync(StreamKind.Unit, true, JournalPosition.Start, 100, Cancellation)).Count);
        Assert.Empty(await Journal.ReadBoardAsync(StreamKind.Call, false, JournalPosition.Start, 100, Cancellation));
    }

    [Fact]
    public async Task Board_rows_come_in_the_order_asked_for_and_who_has_none_is_left_out()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Event(Unit("b"), 0).Event(Call("c"), 0));
        var rows = await Journal.ReadBoardAsync([Call("c"), Unit("x"), Unit("a")], Cancellation);
        Assert.Equal([Call("c"), Unit("a")], rows.Select(r => r.Stream));
    }

    [Fact]
    public async Task Due_streams_of_other_kinds_are_counted_and_take_nobodys_place()
    {
        var at = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 3; i++)
            await CommitAsync(Draft().Event(Call($"c{i}"), 0, board: new BoardEntry("{}", 1, true, 0, 0, null, at.AddSeconds(i))));
        await CommitAsync(Draft().Event(Incident("i"), 0, board: new BoardEntry("{}", 1, true, 0, 2, null, at.AddMinutes(1))));

        var due = await Journal.ReadDueAsync(new DueQuery(at.AddHours(1), s_board, [], 1), Cancellation);
        Assert.Equal([new DueStream(Incident("i"), at.AddMinutes(1))], due);
        Assert.Equal(3, await Journal.CountDueAsync(at.AddHours(1), s_board, Cancellation));
        Assert.Equal(1, await Journal.CountDueAsync(at.AddMilliseconds(1), s_board, Cancellation));
        Assert.Equal(0, await Journal.CountDueAsync(at.AddHours(1), [1, 2, 3], Cancellation));
    }
}
