using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>What is remembered of commands, with a key and without.</summary>
public abstract class CommandTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task A_repeated_command_writes_nothing_and_is_answered_with_what_it_did_the_first_time()
    {
        var draft = Draft().Event(Incident("a"), 0).Event(Unit("u"), 0).Event(Incident("a"), 0).Keyed(7, 201, """{"refused":["u2"]}""");
        await CommitAsync(draft);
        await CommitAsync(Draft().Event(Incident("a"), 2));
        var again = await AppendAsync(draft);

        Assert.Equal(AppendOutcome.Repeated, again.Outcome);
        var earlier = again.Earlier!;
        Assert.Equal((draft.Id, Incident("a"), 2), (earlier.Id, earlier.Stream, earlier.Version));
        Assert.Equal((201, """{"refused":["u2"]}"""), (earlier.Key.Status, earlier.Key.Extra));
        Assert.Equal(Enumerable.Repeat((byte)7, 32), earlier.Key.Digest);
        Assert.Equal(4, (await EventsAsync()).Count);
    }

    [Fact]
    public async Task A_repeat_is_known_also_when_it_was_decided_anew_on_a_newer_version_or_carries_another_digest()
    {
        var id = CommandId.New();
        await CommitAsync(Named(id).Event(Unit("u"), 0).Keyed(1));
        var again = await AppendAsync(Named(id).Event(Unit("u"), 1).Keyed(2));
        Assert.Equal(AppendOutcome.Repeated, again.Outcome);
        Assert.Equal(1, again.Earlier!.Key.Digest[0]);
        Assert.Null(again.Earlier.Key.Extra);
        Assert.Single(await EventsAsync());
    }

    [Fact]
    public async Task A_repeat_is_known_after_a_restart()
    {
        var draft = Draft().Event(Unit("u"), 0).Keyed();
        await CommitAsync(draft);
        await RestartAsync();
        Assert.Equal(AppendOutcome.Repeated, (await AppendAsync(draft)).Outcome);
    }

    [Fact]
    public async Task Of_the_same_keyed_command_many_times_at_once_one_is_written_and_all_others_are_repeats()
    {
        var draft = Draft().Event(Unit("u"), 0).Keyed();
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => AppendAsync(draft)));
        Assert.Equal(1, results.Count(r => r.Outcome == AppendOutcome.Committed));
        Assert.Equal(39, results.Count(r => r.Outcome == AppendOutcome.Repeated));
        Assert.Single(await EventsAsync());
    }

    [Fact]
    public async Task A_keyed_command_that_changes_nothing_is_remembered_and_leaves_no_event()
    {
        await CommitAsync(Draft().Event(Unit("u"), 0));
        var draft = Draft().Head(Unit("u"), 1).Keyed(3);
        var result = await CommitAsync(draft);

        Assert.Equal(
            (JournalPosition.Start, JournalPosition.Start, default), (result.FirstPosition, result.LastPosition, result.RecordedAt));
        Assert.Single(await EventsAsync());
        Assert.Equal([1], await Journal.VersionsAsync([Unit("u")], Cancellation));
        var again = await AppendAsync(draft);
        Assert.Equal((AppendOutcome.Repeated, 1), (again.Outcome, again.Earlier!.Version));
    }

    [Fact]
    public async Task A_keyed_command_that_conflicts_is_not_remembered_and_may_be_decided_anew()
    {
        var id = CommandId.New();
        await CommitAsync(Draft().Event(Unit("u"), 0));
        Assert.Equal(AppendOutcome.Conflict, (await AppendAsync(Named(id).Event(Unit("u"), 0).Keyed())).Outcome);
        Assert.Null(await Journal.FindCommandAsync(id, Cancellation));
        await CommitAsync(Named(id).Event(Unit("u"), 1).Keyed());
    }

    [Fact]
    public async Task A_keyed_command_is_found_by_its_id_and_one_without_a_key_is_not()
    {
        var keyed = Draft().Event(Unit("u"), 0).Keyed(9, 201);
        var plain = Draft().Event(Unit("v"), 0);
        await CommitAsync(keyed);
        await CommitAsync(plain);
        var row = await Journal.FindCommandAsync(keyed.Id, Cancellation);
        Assert.Equal((keyed.Id, Unit("u"), 1, 201), (row!.Id, row.Stream, row.Version, row.Key.Status));
        Assert.Null(await Journal.FindCommandAsync(plain.Id, Cancellation));
        Assert.Null(await Journal.FindCommandAsync(CommandId.New(), Cancellation));
    }

    [Fact]
    public async Task What_a_command_wrote_to_a_stream_is_found_with_a_key_and_without()
    {
        var keyed = Draft().Event(Unit("u"), 0).Keyed();
        var plain = Draft().Event(Unit("v"), 0).Event(Incident("a"), 0);
        await CommitAsync(keyed);
        await CommitAsync(plain);
        Assert.True(await Journal.HasCommandAsync(Unit("u"), keyed.Id, Cancellation));
        Assert.True(await Journal.HasCommandAsync(Unit("v"), plain.Id, Cancellation));
        Assert.True(await Journal.HasCommandAsync(Incident("a"), plain.Id, Cancellation));
        Assert.False(await Journal.HasCommandAsync(Unit("u"), plain.Id, Cancellation));
        Assert.False(await Journal.HasCommandAsync(Unit("v"), CommandId.New(), Cancellation));
    }

    private Draft Named(CommandId id)
    {
        var draft = Draft();
        draft.Id = id;
        return draft;
    }
}
