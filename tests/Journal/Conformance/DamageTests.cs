using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>
/// Rows and lines of which something was changed without the append: each column is covered, what asks for one is told so, and its
/// neighbours go on.
/// </summary>
public abstract class DamageTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private static readonly ListQuery Units = new(StreamKind.Unit, 10) { Order = ListOrder.ById };

    /// <summary>The columns of a board row, and what each becomes.</summary>
    public static TheoryData<string, string> BoardColumns => new()
    {
        { "version", "version + 4" },
        { "position", "position + 1024" },
        { "hash", "{hash}" },
        { "open", "{no}" },
        { "status", "status + 1" },
        { "priority", "priority + 1" },
        { "station", "'norti'" },
        { "due_at", "{noon}" },
        { "late_at", "{noon}" },
        { "listed_at", "{noon}" },
        { "view_code", "view_code + 1" },
        { "view", "replace(view, 'id', 'ie')" },
        { "kind", "4" },
        { "bucket", "(bucket + 1) % 256" },
        { "sum", "sum + 1" },
    };

    /// <summary>The columns of an event, and what each becomes.</summary>
    public static TheoryData<string, string> EventColumns => new()
    {
        { "position", "position + 1024" },
        { "version", "version + 4" },
        { "kind", "'NoteAdder'" },
        { "occurred_at", "{noon}" },
        { "recorded_at", "{noon}" },
        { "command_id", "{command}" },
        { "line", "replace(line, '\"text\"', '\"texs\"')" },
        { "line", "replace(line, '\"recordedAt\":\"2', '\"recordedAt\":\"3')" },
        { "hash", "{hash}" },
        { "sum", "sum + 1" },
    };

    [Theory]
    [MemberData(nameof(BoardColumns))]
    public async Task A_damaged_board_row_is_never_read_and_its_neighbours_are(string column, string value)
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Event(Unit("b"), 0).Event(Unit("c"), 0));
        await DamageAsync("board", column, value, "stream = 'unit/b'");

        await Assert.ThrowsAsync<DamagedException>(() => Journal.FindAsync(Unit("b"), Cancellation).AsTask());
        Assert.Equal(1, (await Journal.FindAsync(Unit("a"), Cancellation))!.Version);
        var rows = await Journal.ReadBoardAsync([Unit("a"), Unit("b"), Unit("c")], Cancellation);
        Assert.Equal([false, true, false], rows.Select(r => r.IsDamaged));
        Assert.Throws<DamagedException>(() => rows[1].Entry);
        if (column is not "kind")
        {
            var listed = await Queries.ListAsync(Units, Cancellation);
            Assert.Equal([(Unit("a"), false), (Unit("b"), true), (Unit("c"), false)], listed.Select(r => (r.Row.Stream, r.Row.IsDamaged)));
        }

        // The next append writes the row anew, unless what no append changes is the damaged part.
        if (column is "version" or "hash" or "kind" or "bucket" or "listed_at")
            return;
        await CommitAsync(Draft().Event(Unit("b"), 1));
        Assert.Equal(2, (await Journal.FindAsync(Unit("b"), Cancellation))!.Version);
    }

    [Theory]
    [MemberData(nameof(EventColumns))]
    public async Task A_damaged_event_is_never_read_and_other_streams_are(string column, string value)
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Event(Unit("b"), 0).Event(Unit("c"), 0));
        await CommitAsync(Draft().Event(Unit("b"), 1).Event(Unit("c"), 1));
        await DamageAsync("journal", column, value, "position = 2");

        await Assert.ThrowsAsync<DamagedException>(() => Journal.ReadStreamAsync(Unit("b"), 0, 10, Cancellation).AsTask());
        Assert.Equal([1, 2], (await Journal.ReadStreamAsync(Unit("c"), 0, 10, Cancellation)).Select(e => e.Version));

        // Whoever follows all streams is told that there was something, in its place; where the place itself is damaged, nothing.
        var page = await Journal.ReadPageAsync(JournalPosition.Start, 100, Cancellation);
        Assert.Equal(column == "position" ? [1, 3, 4, 5] : [1, 2, 3, 4, 5], page.Events.Select(e => e.Position.Value));
        if (column == "position")
            return;
        Assert.Equal([false, true, false, false, false], page.Events.Select(e => e.IsDamaged));
        Assert.Equal(JournalEvent.DamagedKind, page.Events[1].Kind);
        Assert.Throws<DamagedException>(() => page.Events[1].Line);
    }

    [Theory]
    [InlineData("stream", "'unit/x'")]
    public async Task An_event_that_names_another_stream_is_missing_in_its_own(string column, string value)
    {
        await CommitAsync(Draft().Event(Unit("b"), 0).Event(Unit("c"), 0));
        await CommitAsync(Draft().Event(Unit("b"), 1).Event(Unit("c"), 1));
        await DamageAsync("journal", column, value, "position = 1");
        await Assert.ThrowsAsync<DamagedException>(() => Journal.ReadStreamAsync(Unit("b"), 0, 10, Cancellation).AsTask());
        await Assert.ThrowsAsync<DamagedException>(() => Journal.ReadStreamAsync(Unit("x"), 0, 10, Cancellation).AsTask());
        Assert.Equal(2, (await Journal.ReadStreamAsync(Unit("c"), 0, 10, Cancellation)).Count);
    }

    [Fact]
    public async Task Rows_of_before_have_no_checksum_and_are_read()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0));
        await Database.RunAsync("update board set sum = null, status = 7");
        await Database.RunAsync("update journal set sum = null");
        Assert.Equal(7, (await Journal.FindAsync(Unit("a"), Cancellation))!.Entry.Status);
        Assert.Single(await Journal.ReadStreamAsync(Unit("a"), 0, 10, Cancellation));

        await CommitAsync(Draft().Event(Unit("a"), 1));
        await DamageAsync("board", "status", "7", "stream = 'unit/a'");
        await Assert.ThrowsAsync<DamagedException>(() => Journal.FindAsync(Unit("a"), Cancellation).AsTask());
    }

    [Fact]
    public async Task What_is_whole_fits_whatever_characters_and_times_it_has()
    {
        // Longer than what is made UTF-8 at once, with pairs of surrogates at every place, and parts of a millisecond.
        for (var i = 0; i < 3; i++)
        {
            var text = string.Concat(new string('a', i), string.Concat(Enumerable.Repeat("字🚔é", 1_000)));
            var entry = new BoardEntry($$"""{"t":"{{text}}"}""", 1, true, 2, 3, "东站", Conformance.Draft.Noon.AddTicks(12_345))
            {
                LateAt = Conformance.Draft.Noon.AddTicks(-1),
            };
            await CommitAsync(Draft().Event(Unit($"u{i}"), 0, data: $$"""{"t":"{{text}}"}""", board: entry));
            Assert.Equal(entry.View, (await Journal.FindAsync(Unit($"u{i}"), Cancellation))!.Entry.View);
            Assert.Single(await Journal.ReadStreamAsync(Unit($"u{i}"), 0, 10, Cancellation));
        }
    }

    private Task DamageAsync(string table, string column, string value, string where) => Database.RunAsync(
        $"update {table} set {column} = " + value
            .Replace("{hash}", Database.Blob([.. Enumerable.Repeat((byte)7, 32)]), StringComparison.Ordinal)
            .Replace("{noon}", Database.Time(Conformance.Draft.Noon.AddDays(1)), StringComparison.Ordinal)
            .Replace("{no}", Database.IsShared ? "false" : "0", StringComparison.Ordinal)
            .Replace("{command}", Database.IsShared ? "gen_random_uuid()" : "randomblob(16)", StringComparison.Ordinal)
            + $" where {where}");
}
