using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Names that only one stream may hold.</summary>
public abstract class ClaimTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    [Fact]
    public async Task A_name_goes_to_the_first_and_the_second_writes_nothing()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Take("callSign:12", Unit("a")));
        Assert.Equal(AppendOutcome.ClaimTaken, await OutcomeAsync(Draft().Event(Unit("b"), 0).Keyed().Take("callSign:12", Unit("b"))));
        Assert.Null(await Journal.FindAsync(Unit("b"), Cancellation));
        await CommitAsync(Draft().Event(Unit("b"), 0).Take("callSign:13", Unit("b")));
    }

    [Fact]
    public async Task What_holds_a_name_may_take_it_again_and_give_it_back_for_others()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Take("n", Unit("a")));
        await CommitAsync(Draft().Event(Unit("a"), 1).Take("n", Unit("a")));
        await CommitAsync(Draft().Event(Unit("b"), 0).GiveBack("n", Unit("b")));
        Assert.Equal(AppendOutcome.ClaimTaken, await OutcomeAsync(Draft().Event(Unit("b"), 1).Take("n", Unit("b"))));
        await CommitAsync(Draft().Event(Unit("a"), 2).GiveBack("n", Unit("a")));
        await CommitAsync(Draft().Event(Unit("b"), 1).Take("n", Unit("b")));
    }

    [Fact]
    public async Task A_name_changes_hands_in_one_append()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Take("n", Unit("a")));
        await CommitAsync(Draft().Event(Unit("a"), 1).Event(Unit("b"), 0).GiveBack("n", Unit("a")).Take("n", Unit("b")));
        Assert.Equal(AppendOutcome.ClaimTaken, await OutcomeAsync(Draft().Event(Unit("a"), 2).Take("n", Unit("a"))));
    }

    [Fact]
    public async Task Of_two_names_of_which_one_is_taken_neither_is_had()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0).Take("second", Unit("a")));
        var both = Draft().Event(Unit("b"), 0).Take("first", Unit("b")).Take("second", Unit("b"));
        Assert.Equal(AppendOutcome.ClaimTaken, await OutcomeAsync(both));
        await CommitAsync(Draft().Event(Unit("c"), 0).Take("first", Unit("c")));
    }

    [Fact]
    public async Task Of_many_at_once_exactly_one_has_it()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => OutcomeAsync(Draft().Event(Unit($"u{i}"), 0).Take("n", Unit($"u{i}")))));
        Assert.Equal(1, outcomes.Count(o => o == AppendOutcome.Committed));
        Assert.Equal(19, outcomes.Count(o => o == AppendOutcome.ClaimTaken));
    }

    private async Task<AppendOutcome> OutcomeAsync(Draft draft) => (await AppendAsync(draft)).Outcome;
}
