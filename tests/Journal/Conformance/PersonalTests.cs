using Tocsin.Identity;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Personal data stands beside the journal, and can go without it.</summary>
public abstract class PersonalTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task It_is_written_with_its_append_replaced_by_the_newest_and_removed_by_null()
    {
        await CommitAsync(Draft().Event(Call("c"), 0).Personal(Call("c"), "\"13800138000\""));
        Assert.Equal("\"13800138000\"", (await ReadAsync())[Call("c")]);
        await CommitAsync(Draft().Event(Call("c"), 1).Personal(Call("c"), "\"110\"").Event(Unit("u"), 0).Personal(Unit("u"), "[\"王\"]"));
        var both = await ReadAsync();
        Assert.Equal(("\"110\"", "[\"王\"]", 2), (both[Call("c")], both[Unit("u")], both.Count));
        await CommitAsync(Draft().Event(Call("c"), 2).Personal(Call("c"), null));
        Assert.Equal([Unit("u")], (await ReadAsync()).Keys);
    }

    [Fact]
    public async Task Erasing_it_leaves_the_journal_as_it_was_and_its_chains_whole()
    {
        await CommitAsync(Draft().Event(Call("c"), 0).Personal(Call("c"), "\"13800138000\""));
        var before = await EventsAsync();
        await Journal.ErasePersonalAsync(Call("c"), Cancellation);
        await Journal.ErasePersonalAsync(Call("never"), Cancellation);
        Assert.Empty(await ReadAsync());
        var after = await EventsAsync();
        Assert.Equal(before.Select(e => e.Line), after.Select(e => e.Line));
        Whole.Check(after);
        await CommitAsync(Draft().Event(Call("c"), 1));
        Whole.Check(await EventsAsync());
    }

    [Fact]
    public async Task Several_are_read_at_once_and_who_has_none_is_left_out()
    {
        await CommitAsync(Draft().Event(Unit("u"), 0).Personal(Unit("u"), "[]"));
        Assert.Equal([Unit("u")], (await Journal.ReadPersonalAsync([Call("c"), Unit("u"), Unit("v")], Cancellation)).Keys);
        Assert.Empty(await Journal.ReadPersonalAsync([], Cancellation));
    }

    private async Task<IReadOnlyDictionary<StreamId, string>> ReadAsync() =>
        await Journal.ReadPersonalAsync([Call("c"), Unit("u")], Cancellation);
}
