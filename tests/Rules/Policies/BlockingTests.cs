using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Json;
using Tocsin.Policies;

namespace Tocsin.Tests.Rules.Policies;

/// <summary>The list of blocked subjects.</summary>
public sealed class BlockingTests
{
    private static readonly DateTimeOffset Now = Centre.Start;
    private static readonly Actor Root = new("root", Roles.Admin);

    private SettingState _state = new(SettingIds.BlockedSubjects, 0);

    [Fact]
    public void A_subject_is_blocked_once_and_let_in_again()
    {
        Assert.Null(Do(new BlockSubject("wang", "a lost phone", null)));
        Assert.Null(Do(new BlockSubject("li", "on leave", Now.AddDays(1))));
        Assert.Null(Do(new BlockSubject("wang", "a found phone", null), Now.AddHours(1)));
        Assert.Equal(
            [
                new BlockedSubjectView("li", "on leave", Now.AddDays(1), Now, "root"),
                new BlockedSubjectView("wang", "a found phone", null, Now.AddHours(1), "root"),
            ],
            View().Items);
        Assert.Null(Do(new UnblockSubject("wang")));
        Assert.Equal(["li"], View().Items.Select(b => b.Subject));
        Assert.Equal(4, View().Version);
        Assert.Equal(RefusalCode.NotFound, Do(new UnblockSubject("wang")));
        Assert.Equal(RefusalCode.NotFound, Do(new UnblockSubject("LI")));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        Do(new BlockSubject("li", "on leave", Now.AddDays(1)));
        Assert.Empty(Decide(new BlockSubject("li", "on leave", Now.AddDays(1)), Now).Events);
        Assert.Single(Decide(new BlockSubject("li", "on leave", null), Now).Events);
        Assert.Single(Decide(new BlockSubject("li", "sick", Now.AddDays(1)), Now).Events);
    }

    [Fact]
    public void One_whose_time_is_over_is_blocked_no_more()
    {
        Do(new BlockSubject("li", "on leave", Now.AddHours(1)));
        Assert.Equal(RefusalCode.NotFound, Do(new UnblockSubject("li"), Now.AddHours(1)));
        Do(new BlockSubject("wang", "a lost phone", null), Now.AddHours(1));
        Assert.Equal(["wang"], View().Items.Select(b => b.Subject));
        Assert.Equal(RefusalCode.Invalid, Do(new BlockSubject("li", "on leave", Now.AddHours(2)), Now.AddHours(2)));
        Assert.Null(Do(new BlockSubject("li", "on leave", Now.AddHours(2).AddMilliseconds(1)), Now.AddHours(2)));
    }

    [Fact]
    public void Nobody_blocks_themselves() => Assert.Equal(RefusalCode.Invalid, Do(new BlockSubject("root", "x", null)));

    [Fact]
    public void There_is_a_limit_and_those_whose_time_is_over_do_not_count()
    {
        for (var i = 0; i < BlockingRules.SubjectsMax; i++)
            Do(new BlockSubject("p" + i, "x", i == 0 ? Now.AddHours(1) : null));
        Assert.Equal(RefusalCode.Invalid, Do(new BlockSubject("one more", "x", null)));
        Assert.Null(Do(new BlockSubject("p7", "y", null)));
        Assert.Null(Do(new BlockSubject("one more", "x", null), Now.AddHours(1)));
    }

    [Fact]
    public void The_choice_of_a_policy_is_shown_as_it_was() => Assert.Equal(
        """{"name":null,"version":0,"builtIn":true}""", new SettingState(SettingIds.TimingPolicy, 0).ToBoard().View);

    private BlockedSubjectsView View() => TocsinJson.Read<BlockedSubjectsView>(_state.ToBoard().View);

    private RefusalCode? Do(object command, DateTimeOffset? at = null)
    {
        var decision = Decide(command, at ?? Now);
        foreach (var decided in decision.Events)
            _state = (SettingState)_state.Apply(decided.Event, decided.OccurredAt);
        return decision.Refusal?.Code;
    }

    private Decision Decide(object command, DateTimeOffset at)
    {
        var context = new DecisionContext(at, Root);
        return command is BlockSubject block
            ? BlockingRules.Block(_state, block, context)
            : BlockingRules.Unblock(_state, (UnblockSubject)command, context);
    }
}
