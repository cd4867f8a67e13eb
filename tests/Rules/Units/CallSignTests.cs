using Tocsin.Commands;
using Tocsin.Journal;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Units;

/// <summary>What is said aloud is unique.</summary>
public class CallSignTests
{
    private static readonly RegisterUnit Content = new("P1", "patrol", null, [], null);

    [Theory]
    [InlineData("P1", "p1")]
    [InlineData("P1", "P01")]
    [InlineData("P1", " p 001 ")]
    [InlineData("P1", "Ｐ０１")]
    [InlineData("P1-2", "P01-002")]
    [InlineData("12", "0012")]
    [InlineData("P0", "P000")]
    [InlineData("老鹰 1", "老鹰01")]
    [InlineData("Écho 7", "écho07")]
    public void These_are_one_on_the_radio(string one, string other) => Assert.Equal(CallSigns.Fold(one), CallSigns.Fold(other));

    [Theory]
    [InlineData("P1", "P10")]
    [InlineData("P1", "P11")]
    [InlineData("P10", "P1")]
    [InlineData("P0", "P")]
    [InlineData("P100", "P1")]
    [InlineData("P1-2", "P12")]
    [InlineData("P101", "P11")]
    [InlineData("A1", "B1")]
    public void These_are_two(string one, string other) => Assert.NotEqual(CallSigns.Fold(one), CallSigns.Fold(other));

    [Fact]
    public void Any_text_has_a_name_within_the_limit()
    {
        foreach (var sign in new[] { new string('x', 100), new string('\uFDFA', 100), "\uD800", "\uD83D\uDE93" })
            Assert.InRange(CallSigns.Claim(sign).Length, CallSigns.ClaimSort.Length + 1, JournalLimits.ClaimMaxLength);
    }

    [Fact]
    public void A_unit_claims_its_call_sign_until_it_is_retired()
    {
        var centre = new Centre();
        Assert.Empty(Claims(centre));
        Done(centre.Do(One, Content));
        Assert.Equal(["callSign:p1"], Claims(centre));
        Done(centre.Do(One, Content with { CallSign = "P02" }));
        Assert.Equal(["callSign:p2"], Claims(centre));
        Done(centre.Do(One, new RetireUnit(Content, true)));
        Assert.Empty(Claims(centre));
        Done(centre.Do(One, new RetireUnit(Content, false)));
        Assert.Equal(["callSign:p1"], Claims(centre));
    }

    [Fact]
    public void A_change_gives_the_old_name_back_and_takes_the_new_one_and_anything_else_neither()
    {
        var centre = new Centre();
        Done(centre.Do(One, Content));
        var before = centre.State(One.Stream);
        Done(centre.Do(One, Content with { CallSign = "P2" }));
        var after = centre.State(One.Stream);
        Assert.Equal(
            [new ClaimChange("callSign:p1", One.Stream, false), new ClaimChange("callSign:p2", One.Stream, true)],
            after.ClaimChanges(before));
        Done(centre.Do(One, OnDuty()));
        Assert.Empty(centre.State(One.Stream).ClaimChanges(after));
        Done(centre.Do(One, Content with { CallSign = "p 02" }));
        Assert.Empty(centre.State(One.Stream).ClaimChanges(after));
    }

    [Fact]
    public void A_call_sign_that_another_unit_has_is_refused_for_a_new_unit_and_for_one_that_changes()
    {
        var centre = new Centre();
        Done(centre.Do(One, Content));
        centre.NameHeldBy = "P7";
        Refused(RefusalCode.CallSignTaken, "callSign", centre.Do(Two, Content));
        Refused(RefusalCode.CallSignTaken, "callSign", centre.Do(One, Content with { CallSign = "P7" }));
        Refused(RefusalCode.CallSignTaken, "callSign", centre.Do(One, Content with { Kind = "van" }));
        Nothing(centre.Do(One, Content));
        Refused(RefusalCode.CallSignTaken, "callSign", centre.Do(Two, new ReceiveVisitor("P7", "van", "neighbour", [], null)));
    }

    [Fact]
    public void Who_is_retired_or_becomes_it_may_have_the_call_sign_of_another()
    {
        var centre = new Centre();
        Done(centre.Do(One, Content));
        centre.NameHeldBy = "P7";
        Done(centre.Do(One, new RetireUnit(Content with { Kind = "van" }, true)));
        Done(centre.Do(One, Content with { Kind = "car" }));
        Refused(RefusalCode.CallSignTaken, "callSign", centre.Do(One, new RetireUnit(Content, false)));
    }

    private static IReadOnlyList<string> Claims(Centre centre) => centre.State(One.Stream).Claims;
}
