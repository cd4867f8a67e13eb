using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Units;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Units from before call signs were unique claim theirs when a newer program starts.</summary>
/// <param name="create">Makes a database.</param>
/// <param name="upgrade">Does what the start of a program does to it.</param>
public abstract class CallSignFillTests(Func<Task<JournalDatabase>> create, Func<JournalDatabase, Task> upgrade) : ConformanceTest(create)
{
    [Fact]
    public async Task Each_unit_claims_its_call_sign_and_of_doubles_the_first()
    {
        await CommitAsync(Older("b", "P1"));
        await CommitAsync(Older("a", "p 01"));
        await CommitAsync(Older("c", "P2"));
        await upgrade(Database);
        Assert.Equal((false, true), (await IsFreeAsync("callSign:p1"), await IsFreeAsync("callSign:p3")));
        Assert.False(await IsFreeAsync("callSign:p2"));
        await CommitAsync(Draft().Event(Unit("a"), 1).GiveBack("callSign:p1", Unit("a")));
        Assert.True(await IsFreeAsync("callSign:p1"));

        // The other one of the doubles has it from the next start on.
        await CommitAsync(Draft().Event(Unit("a"), 2, board: View("a", "P9")));
        await upgrade(Database);
        Assert.False(await IsFreeAsync("callSign:p1"));
    }

    [Fact]
    public async Task What_an_older_program_wrote_since_is_claimed_and_given_back_at_the_next_start()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0, board: View("a", "P1")).Take("callSign:p1", Unit("a")));
        await CommitAsync(Draft().Event(Unit("b"), 0, board: View("b", "P2")).Take("callSign:p2", Unit("b")));
        await CommitAsync(Draft().Event(Unit("a"), 1, board: View("a", "P3")));
        await CommitAsync(Older("c", "P4"));
        await upgrade(Database);
        Assert.True(await IsFreeAsync("callSign:p1"));
        foreach (var taken in new[] { "callSign:p2", "callSign:p3", "callSign:p4" })
            Assert.False(await IsFreeAsync(taken));
    }

    [Fact]
    public async Task A_retired_unit_claims_nothing()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0, board: View("a", "P1", retired: true)));
        await upgrade(Database);
        Assert.True(await IsFreeAsync("callSign:p1"));
    }

    [Fact]
    public async Task Other_names_are_left_alone()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0, board: View("a", "P1")).Take("directiveNumber:Z1", Unit("a")));
        await upgrade(Database);
        Assert.False(await IsFreeAsync("directiveNumber:Z1"));
    }

    private Draft Older(string id, string callSign) => Draft().Event(Unit(id), 0, board: View(id, callSign));

    private static BoardEntry View(string id, string callSign, bool retired = false)
    {
        var unit = UnitState.Initial(UnitId.Of(id)).Apply(new UnitRegistered(callSign, "patrol", null, [], null), Conformance.Draft.Noon);
        return ((IStreamState)((UnitState)unit with { Retired = retired })).ToBoard();
    }

    // Tried with a unit that asks for it and then gives it back.
    private async Task<bool> IsFreeAsync(string name)
    {
        var probe = Unit("probe-" + CommandId.New().Value.ToString("N")[..8]);
        if ((await AppendAsync(Draft().Event(probe, 0, board: View("x", "probe", retired: true)).Take(name, probe))).Outcome
            == AppendOutcome.ClaimTaken)
        {
            return false;
        }

        await CommitAsync(Draft().Event(probe, 1, board: View("x", "probe", retired: true)).GiveBack(name, probe));
        return true;
    }
}
