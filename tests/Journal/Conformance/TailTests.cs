using System.Collections.Concurrent;
using System.Diagnostics;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Tail;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The tail hands on every event once, in order, whole appends at a time.</summary>
public abstract class TailTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(20);

    private IJournalTail Tail => Host.Tail;

    [Fact]
    public async Task A_subscriber_gets_each_event_once_in_order_while_many_append_and_never_half_an_append()
    {
        await ReadyAsync();
        var pages = new ConcurrentQueue<IReadOnlyList<JournalEvent>>();
        using var subscription = Tail.Subscribe(pages.Enqueue, static () => { });
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 20; n++)
                await CommitAsync(Draft().Event(Unit($"u{i}"), n).Event(Incident($"i{i}"), n));
        })));
        await UntilAsync(() => pages.Sum(p => p.Count) >= 480);

        var all = (await EventsAsync()).Skip(1).Select(e => e.Position);
        Assert.Equal(all, pages.SelectMany(p => p).Select(e => e.Position));
        Assert.All(pages, p => Assert.All(p.GroupBy(e => e.CommandId), g => Assert.Equal(2, g.Count())));
    }

    [Fact]
    public async Task A_subscriber_gets_what_comes_after_it_and_nothing_once_it_has_left()
    {
        await ReadyAsync();
        var seen = new ConcurrentQueue<JournalEvent>();
        var subscription = Tail.Subscribe(page => page.ToList().ForEach(seen.Enqueue), static () => { });
        var first = await CommitAsync(Draft().Event(Unit("u"), 0));
        await ReachAsync(first.LastPosition);
        await UntilAsync(() => !seen.IsEmpty);
        subscription.Dispose();
        await ReachAsync((await CommitAsync(Draft().Event(Unit("u"), 1))).LastPosition);
        await Task.Delay(100, Cancellation);
        Assert.Equal([first.FirstPosition], seen.Select(e => e.Position));
    }

    [Fact]
    public async Task A_reader_that_waits_is_answered_as_soon_as_something_is_written()
    {
        await ReadyAsync();
        var end = Tail.Position;
        var reading = Tail.ReadAsync(end, 10, s_long, Cancellation).AsTask();
        await Task.Delay(50, Cancellation);
        Assert.False(reading.IsCompleted);
        var result = await CommitAsync(Draft().Event(Unit("u"), 0).Event(Unit("v"), 0));
        Assert.Equal([result.FirstPosition, result.LastPosition], (await reading).Select(e => e.Position));
    }

    [Fact]
    public async Task A_reader_for_whom_nothing_comes_is_answered_with_nothing_when_its_wait_is_over()
    {
        await ReadyAsync();
        var started = Stopwatch.GetTimestamp();
        Assert.Empty(await Tail.ReadAsync(Tail.Position, 10, TimeSpan.FromMilliseconds(200), Cancellation));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 180, 10_000);
    }

    [Fact]
    public async Task Any_position_is_served_also_where_the_ring_no_longer_reaches()
    {
        await RestartAsync(options: new JournalOptions { TailRing = 8, AppendDeadline = s_long, SettleDeadline = s_long });
        await ReadyAsync();
        for (var i = 0; i < 15; i++)
            await CommitAsync(Draft().Event(Unit("u"), i).Event(Unit("v"), i));
        await ReachAsync((await Journal.ReadEndAsync(Cancellation)).Position);

        var all = await EventsAsync();
        foreach (var after in all)
        {
            var page = await Tail.ReadAsync(after.Position, 3, TimeSpan.Zero, Cancellation);
            Assert.Equal(
                all.Where(e => e.Position > after.Position).Take(page.Count).Select(e => e.Position), page.Select(e => e.Position));
            Assert.True(page.Count >= 3 || page.Count == all.Count(e => e.Position > after.Position));
            Assert.True(page.Count == 0 || page[^1].Stream != Unit("u"), "a page ended within an append");
        }
    }

    [Fact]
    public async Task What_this_process_wrote_is_not_read_back_and_is_told_to_the_letter_as_it_stands_in_the_journal()
    {
        // It looks for what others wrote so rarely that it does not by chance find its own before it is told of it.
        await RestartAsync(
            options: new JournalOptions { TailInterval = TimeSpan.FromSeconds(10), AppendDeadline = s_long, SettleDeadline = s_long });
        await ReadyAsync();
        var start = Tail.Position;
        var told = new ConcurrentQueue<JournalPage>();
        using var following = Tail.Follow(told.Enqueue, static () => { });
        var tail = (JournalTail)Tail;
        var (taken, read) = (tail.EventsTaken, tail.EventsRead);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            // Two events on one stream, one on another, a stream that is no thing of the board, one that is only compared, and a command
            // that conflicts.
            for (var n = 0; n < 10; n++)
            {
                await CommitAsync(Draft()
                    .Event(Unit($"u{i}"), 2 * n, data: """{"text":"谁 \"a\" 🚓"}""")
                    .Event(Incident($"i{i}"), n)
                    .Event(Unit($"u{i}"), 2 * n)
                    .Keyed());
                await CommitAsync(Draft().Event(new StreamId(StreamKind.Station, $"s{i}"), n).Head(Unit($"u{i}"), 2 * n + 2));
                Assert.Equal(AppendOutcome.Conflict, (await AppendAsync(Draft().Event(Unit($"u{i}"), 2 * n))).Outcome);
            }
        })));
        await UntilAsync(() => told.Sum(p => p.Events.Count) >= 480);

        Assert.Equal((480L, 0L), (tail.EventsTaken - taken, tail.EventsRead - read));
        Assert.Equal((await EventsAsync()).Where(e => e.Position > start).Select(Text), told.SelectMany(p => p.Events).Select(Text));
        foreach (var page in told)
        {
            // Each row once, as of the last event of its stream in the page.
            var streams = page.Events.Select(e => e.Stream).Distinct().ToList();
            Assert.Equal(streams.Order(), page.Rows.Select(r => r.Stream).Order());
            Assert.All(page.Rows, row =>
            {
                var last = page.Events.Last(e => e.Stream == row.Stream);
                Assert.Equal(
                    (last.Version, last.Position, Convert.ToHexString(last.Hash)),
                    (row.Version, row.Position, Convert.ToHexString(row.Hash)));
            });
        }

        var rows = told.SelectMany(p => p.Rows).GroupBy(r => r.Stream).Select(g => g.Last()).ToDictionary(r => r.Stream);
        Assert.All(await Journal.ReadBoardAsync([.. rows.Keys], Cancellation), row => Assert.Equal(Text(row), Text(rows[row.Stream])));
    }

    [Fact]
    public async Task Another_history_is_told_to_whoever_asked()
    {
        await ReadyAsync();
        var told = new TaskCompletionSource<Epoch>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = Tail.OnEpochMoved(epoch => told.TrySetResult(epoch));
        var before = Journal.Epoch;
        await Database.MarkRestoredAsync();
        var epoch = await told.Task.WaitAsync(s_long, Cancellation);
        Assert.NotEqual(before, epoch);
        Assert.Equal(epoch, Journal.Epoch);
    }

    /// <summary>
    /// The tail begins where the journal ends when it is started, which it is in the background: one event that it shows says that it
    /// follows.
    /// </summary>
    private async Task ReadyAsync() => await ReachAsync(
        (await CommitAsync(Draft().Event(Call("ready"), (await Journal.VersionsAsync([Call("ready")], Cancellation))[0]))).LastPosition);

    private static string Text(JournalEvent e) =>
        $"{e.Position} {e.Stream} {e.Version} {e.Kind} {e.OccurredAt:O} "
        + $"{e.RecordedAt:O} {e.CommandId} {e.Line} {Convert.ToHexString(e.Hash)}";

    private static string Text(BoardRow row) => $"{row.Stream} {row.Version} {Convert.ToHexString(row.Hash)} {row.Position} {row.Entry}";

    private Task ReachAsync(JournalPosition position) => UntilAsync(() => Tail.Position >= position);

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var started = Stopwatch.GetTimestamp(); !holds();)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < s_long, "it took too long");
            await Task.Delay(5, Cancellation);
        }
    }
}
