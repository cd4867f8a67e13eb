using System.Collections.Concurrent;
using System.Diagnostics;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Two processes' journals on one database; for databases that can be shared.</summary>
public abstract class SharedTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task Two_writers_for_one_stream_at_one_version_never_both_win()
    {
        await using var other = await Database.OpenAsync();
        for (var round = 0; round < 60; round++)
        {
            var unit = Unit($"u{round}");
            var results = await Task.WhenAll(
                Task.Run(() => AppendAsync(Draft().Event(unit, 0).Event(Incident($"a{round}"), 0))),
                Task.Run(() =>
                    other.Journal.AppendAsync(Draft().Event(unit, 0).Event(Incident($"b{round}"), 0).Build(), Cancellation).AsTask()));
            Assert.Equal([AppendOutcome.Committed, AppendOutcome.Conflict], results.Select(r => r.Outcome).Order());
        }

        var events = await EventsAsync();
        Assert.Equal(120, events.Count);
        Whole.Check(events);
    }

    [Fact]
    public async Task One_keyed_command_on_two_hosts_at_once_is_written_once()
    {
        await using var other = await Database.OpenAsync();
        for (var round = 0; round < 40; round++)
        {
            var draft = Draft().Event(Unit($"u{round}"), 0).Keyed();
            var results = await Task.WhenAll(
                Task.Run(() => AppendAsync(draft)),
                Task.Run(() => other.Journal.AppendAsync(draft.Build(), Cancellation).AsTask()));
            Assert.Equal([AppendOutcome.Committed, AppendOutcome.Repeated], results.Select(r => r.Outcome).Order());
        }
    }

    [Fact]
    public async Task Both_tails_see_what_both_wrote_each_event_once_in_one_order()
    {
        await using var other = await Database.OpenAsync();
        var hosts = new[] { Host, other };
        var ready = await CommitAsync(Draft().Event(Call("ready"), 0));
        await UntilAsync(() => hosts.All(h => h.Tail.Position >= ready.LastPosition));
        var seen = hosts.ToDictionary(h => h, _ => new ConcurrentQueue<JournalEvent>());
        foreach (var host in hosts)
            host.Tail.Subscribe(page => page.ToList().ForEach(seen[host].Enqueue), static () => { });

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            for (var n = 0; n < 20; n++)
            {
                Assert.Equal(
                    AppendOutcome.Committed,
                    (await hosts[i % 2].Journal.AppendAsync(Draft().Event(Unit($"u{i}"), n).Build(), Cancellation)).Outcome);
            }
        })));
        await UntilAsync(() => seen.Values.All(q => q.Count >= 200));
        await Task.Delay(100, Cancellation);

        var all = await EventsAsync();
        Whole.Check(all);
        Assert.All(
            seen.Values,
            q => Assert.Equal(
                all.Skip(1).Select(e => (e.Position, e.Line, Convert.ToHexString(e.Hash))),
                q.Select(e => (e.Position, e.Line, Convert.ToHexString(e.Hash)))));
    }

    [Fact]
    public async Task What_one_acknowledged_the_other_reads_at_once()
    {
        await using var other = await Database.OpenAsync();
        for (var i = 0; i < 30; i++)
        {
            await CommitAsync(Draft().Event(Unit("u"), i));
            Assert.Equal([i + 1], await other.Journal.VersionsAsync([Unit("u")], Cancellation));
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var started = Stopwatch.GetTimestamp(); !holds();)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), "it took too long");
            await Task.Delay(5, Cancellation);
        }
    }
}
