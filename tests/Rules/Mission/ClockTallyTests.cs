using Tocsin.Clocks;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Mission;

/// <summary>The clocks of an incident in two numbers.</summary>
public class ClockTallyTests
{
    [Fact]
    public void Running_and_overdue_are_told_apart_by_stage()
    {
        var tally = ClockTally.Of(ClockDay.At(150, "+1@10 +2@60").View(A).Clocks);
        Assert.Equal((0, 2), (tally.Running(ClockStage.Acknowledge), tally.Overdue(ClockStage.Acknowledge)));
        Assert.Equal((0, 2), (tally.Running(ClockStage.Turnout), tally.Overdue(ClockStage.Turnout)));
        Assert.Equal((1, 0), (tally.Running(ClockStage.Arrive), tally.Overdue(ClockStage.Arrive)));
        Assert.Equal((0, 0), (tally.Running(ClockStage.Assign), tally.Overdue(ClockStage.Assign)));
    }

    [Fact]
    public void The_clock_of_a_distress_has_a_place_of_its_own()
    {
        var one = ClockDay.At(20, "+1@10").View(A).Clocks.Single(c => c.Stage == ClockStage.Turnout);
        var tally = ClockTally.Of([one with { Stage = ClockStage.Distress }]);
        Assert.Equal(1, tally.Running(ClockStage.Distress));
        Assert.All(
            Enum.GetValues<ClockStage>().Where(s => s <= ClockStage.Conclude), s => Assert.Equal(0, tally.Running(s)));
    }

    [Fact]
    public void More_than_a_byte_holds_are_as_many_as_a_byte_holds()
    {
        var one = ClockDay.At(20, "+1@10").View(A).Clocks.Single(c => c.Stage == ClockStage.Turnout);
        var tally = ClockTally.Of([.. Enumerable.Repeat(one, 300)]);
        Assert.Equal(255, tally.Running(ClockStage.Turnout));
        Assert.Equal(0, tally.Running(ClockStage.Arrive));
    }
}
