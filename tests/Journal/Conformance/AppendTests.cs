using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>What an append writes, and that it is all or nothing.</summary>
public abstract class AppendTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task Events_stand_in_the_order_of_the_request_at_consecutive_positions_with_the_versions_of_their_streams()
    {
        await CommitAsync(Draft().Event(Unit("u1"), 0));
        var result = await CommitAsync(Draft()
            .Event(Incident("a"), 0, "IncidentCreated")
            .Event(Unit("u1"), 1, "Assigned")
            .Event(Incident("a"), 0, "UnitAssigned"));

        var events = (await EventsAsync()).Skip(1).ToList();
        Assert.Equal(["IncidentCreated", "Assigned", "UnitAssigned"], events.Select(e => e.Kind));
        Assert.Equal([1, 2, 2], events.Select(e => e.Version));
        Assert.Equal([Incident("a"), Unit("u1"), Incident("a")], events.Select(e => e.Stream));
        Assert.Equal([0L, 1, 2], events.Select(e => e.Position.Value - result.FirstPosition.Value));
        Assert.Equal(result.LastPosition, events[^1].Position);
        Assert.All(events, e => Assert.Equal(result.RecordedAt, e.RecordedAt));
    }

    [Fact]
    public async Task What_was_acknowledged_is_visible_at_once_everywhere()
    {
        var result = await CommitAsync(Draft().Event(Incident("a"), 0).Event(Unit("u"), 0));
        Assert.Equal(1, (await Journal.FindAsync(Incident("a"), Cancellation))!.Version);
        Assert.Equal([1, 1, 0], await Journal.VersionsAsync([Incident("a"), Unit("u"), Unit("v")], Cancellation));
        Assert.Equal(result.LastPosition, (await Journal.ReadEndAsync(Cancellation)).Position);
        Assert.Equal(2, (await EventsAsync()).Count);
    }

    [Fact]
    public async Task The_board_row_is_that_of_the_last_append_in_every_field()
    {
        var due = new DateTimeOffset(2026, 5, 4, 12, 0, 30, 125, TimeSpan.Zero);
        await CommitAsync(Draft().Event(Incident("a"), 0));
        var entry = new BoardEntry("""{"id":"a","address":"襄垣县城北路 1 号 🚔"}""", 7, false, 5, 1, null, due);
        await CommitAsync(Draft().Event(Incident("a"), 1).Event(Incident("a"), 1, board: entry));

        var row = await Journal.FindAsync(Incident("a"), Cancellation);
        var last = (await EventsAsync())[^1];
        Assert.Equal(entry, row!.Entry);
        Assert.Equal((3, last.Position), (row.Version, row.Position));
        Assert.Equal(last.Hash, row.Hash);
        Assert.Equal(Incident("a"), row.Stream);
    }

    [Fact]
    public async Task Many_at_once_may_rely_on_one_stream_until_it_moves_on()
    {
        await CommitAsync(Draft().Event(Unit("u"), 0));
        var many = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(i => AppendAsync(Draft().Event(Incident($"a{i}"), 0).Head(Unit("u"), 1))));
        Assert.All(many, r => Assert.Equal(AppendOutcome.Committed, r.Outcome));
        var mixed = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(i => AppendAsync(i == 10
                ? Draft().Event(Unit("u"), 1)
                : Draft().Event(Incident($"b{i}"), 0).Head(Unit("u"), 1))));
        Assert.Equal(AppendOutcome.Committed, mixed[10].Outcome);
        var before = mixed.Where((r, i) => i != 10 && r.Outcome == AppendOutcome.Committed);
        Assert.All(before, r => Assert.True(r.LastPosition.Value < mixed[10].FirstPosition.Value));
        Assert.Equal(
            AppendOutcome.Conflict, (await AppendAsync(Draft().Event(Incident("late"), 0).Head(Unit("u"), 1))).Outcome);
    }

    [Fact]
    public async Task A_conflict_on_one_stream_leaves_nothing_of_the_request_on_any()
    {
        await CommitAsync(Draft().Event(Unit("u"), 0));
        var listing = new Listing(Conformance.Draft.Noon, "text", ["key"]);
        var result = await AppendAsync(Draft()
            .Event(Incident("a"), 0)
            .Event(Unit("u"), 0)
            .Personal(Unit("u"), "[]")
            .Row(Rows.Incident("a"))
            .Keyed()
            .Listed(Incident("a"), listing)
            .Take("name", Incident("a")));

        Assert.Equal(AppendOutcome.Conflict, result.Outcome);
        Assert.Single(await EventsAsync());
        Assert.Null(await Journal.FindAsync(Incident("a"), Cancellation));
        Assert.Empty(await Journal.ReadPersonalAsync([Unit("u")], Cancellation));
        Assert.Empty(await Queries.ListAsync(Rows.AllIncidents, Cancellation));
        Assert.Empty(await Queries.ListAsync(Rows.AllIncidents with { AnyKey = ["key"] }, Cancellation));
        Assert.Empty(await Queries.ListAsync(Rows.AllIncidents with { Text = "text" }, Cancellation));
        await CommitAsync(Draft().Event(Incident("b"), 0).Take("name", Incident("b")));
    }

    [Theory]
    [InlineData(0, AppendOutcome.Conflict)]
    [InlineData(1, AppendOutcome.Committed)]
    [InlineData(2, AppendOutcome.Conflict)]
    public async Task A_stream_that_is_only_relied_on_is_compared_too(int expected, AppendOutcome outcome)
    {
        await CommitAsync(Draft().Event(Unit("u"), 0));
        var result = await AppendAsync(Draft().Event(Incident("a"), 0).Head(Unit("u"), expected));
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal([1], await Journal.VersionsAsync([Unit("u")], Cancellation));
    }

    [Fact]
    public async Task A_request_that_conflicts_takes_none_of_its_neighbours_with_it()
    {
        await CommitAsync(Draft().Event(Unit("u"), 0));
        var drafts = Enumerable.Range(0, 60).Select(i => i % 3 == 0
            ? Draft().Event(Incident($"i{i}"), 0).Event(Unit($"new{i}"), 1)
            : Draft().Event(Incident($"i{i}"), 0).Event(Unit($"new{i}"), 0));
        var results = await Task.WhenAll(drafts.Select(AppendAsync));

        Assert.Equal(
            Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? AppendOutcome.Conflict : AppendOutcome.Committed),
            results.Select(r => r.Outcome));
        var events = await EventsAsync();
        Assert.Equal(1 + (40 * 2), events.Count);
        Whole.Check(events);
    }

    [Fact]
    public async Task Of_many_at_once_for_one_stream_at_one_version_exactly_one_wins()
    {
        var results = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => AppendAsync(Draft().Event(Unit("u"), 0).Event(Incident($"i{i}"), 0))));
        Assert.Equal(1, results.Count(r => r.Outcome == AppendOutcome.Committed));
        Assert.Equal(49, results.Count(r => r.Outcome == AppendOutcome.Conflict));
        Assert.Equal(2, (await EventsAsync()).Count);
    }

    [Fact]
    public async Task Many_who_try_again_after_each_conflict_all_get_through_in_turn()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var done = 0; done < 10;)
            {
                var version = (await Journal.VersionsAsync([Unit("u")], Cancellation))[0];
                if ((await AppendAsync(Draft().Event(Unit("u"), version))).Outcome == AppendOutcome.Committed)
                    done++;
            }
        }));
        var events = await EventsAsync();
        Assert.Equal(80, events.Count);
        Whole.Check(events);
    }

    [Fact]
    public async Task An_append_decided_on_another_history_is_refused_and_says_which_one_holds()
    {
        var result = await AppendAsync(new Draft(new Epoch("123-1-0")).Event(Unit("u"), 0).Keyed());
        Assert.Equal((AppendOutcome.EpochMoved, Journal.Epoch), (result.Outcome, result.Epoch));
        Assert.Empty(await EventsAsync());
    }

    [Fact]
    public async Task The_epoch_stays_over_a_restart()
    {
        var before = Journal.Epoch;
        Assert.Matches("^[0-9a-f]+-[0-9]+-[0-9]+$", before.Value);
        await RestartAsync();
        Assert.Equal(before, Journal.Epoch);
        Assert.Equal(before, (await Journal.ReadEndAsync(Cancellation)).Epoch);
    }

    [Fact]
    public async Task A_restore_makes_another_epoch_and_what_was_decided_before_it_is_refused()
    {
        var draft = Draft().Event(Unit("u"), 0);
        await Database.MarkRestoredAsync();
        var result = await AppendAsync(draft);
        Assert.Equal(AppendOutcome.EpochMoved, result.Outcome);
        Assert.NotEqual(draft.Build().Epoch, result.Epoch);
        Assert.Equal(result.Epoch, Journal.Epoch);
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart_and_goes_on_from_there()
    {
        await CommitAsync(Draft().Event(Unit("u"), 0).Event(Unit("u"), 0));
        var before = await EventsAsync();
        await RestartAsync();
        Assert.Equal(before.Select(e => e.Line), (await EventsAsync()).Select(e => e.Line));
        await CommitAsync(Draft().Event(Unit("u"), 2));
        Whole.Check(await EventsAsync());
    }
}
