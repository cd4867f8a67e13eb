using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Commands;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Clocks;

/// <summary>The clock of a call's answer: from when it rings; void when it was abandoned.</summary>
public class CallClockTests
{
    [Theory]
    [InlineData(20, 20, null, ClockState.Met, 20, false)]
    [InlineData(21, 21, null, ClockState.Met, 21, true)]
    [InlineData(40, 15, null, ClockState.Met, 15, false)]
    [InlineData(null, null, 15, ClockState.Void, null, false)]
    [InlineData(null, null, 25, ClockState.Void, null, true)]
    [InlineData(null, null, null, ClockState.Running, null, true)]
    public void It_is_met_by_the_answer_and_void_when_the_caller_gave_up(
        int? typed, int? answered, int? ended, ClockState state, int? met, bool overdue)
    {
        var centre = Ringing();
        if (typed is { } t)
        {
            Until(centre, t);
            Done(centre.Do(Ring, new AnswerCall(Centre.Start.AddSeconds(answered!.Value))));
        }

        if (ended is { } e)
        {
            Until(centre, e);
            Done(centre.Do(Ring, new EndCall(null)));
        }

        Until(centre, 60);
        var clock = Assert.Single(centre.View(Ring).Clocks);
        Assert.Equal(
            (state, ClockDay.Seconds(clock.MetAt), overdue ? 20d : null), (clock.State, (double?)met, ClockDay.Seconds(clock.OverdueAt)));
        Assert.Null(centre.State(Ring.Stream).DueAt);
    }

    [Fact]
    public void What_was_said_to_be_overdue_is_withdrawn_by_a_late_report_in_the_same_decision()
    {
        var centre = Ringing();
        Until(centre, 40);
        var decision = Done(centre.Do(Ring, new AnswerCall(Centre.Start.AddSeconds(15))));
        Assert.Equal([$"{Ring.Stream} CallAnswered", $"{Ring.Stream} ClockWithdrawn"], Kinds(decision));
        Assert.Null(centre.State(Ring.Stream).ToBoard().LateAt);
    }

    [Fact]
    public void A_call_that_was_disposed_of_unanswered_is_waited_for_no_longer()
    {
        var centre = Ringing();
        Until(centre, 10);
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Abandoned, null, null)));
        Assert.Equal(ClockState.Void, Assert.Single(centre.View(Ring).Clocks).State);
    }

    [Fact]
    public void A_call_that_rang_long_ago_is_silent()
    {
        var centre = new Centre { Timing = ClockDay.Every };
        Done(centre.Do(Ring, new ReceiveCall(null, null, centre.Now.AddHours(-2), null, null)));
        Assert.True(Assert.Single(centre.View(Ring).Clocks).Silent);
        Assert.Null(centre.State(Ring.Stream).DueAt);
    }

    [Fact]
    public void A_call_that_never_rang_has_no_clock()
    {
        var centre = new Centre { Timing = ClockDay.Every };
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, centre.Now, null)));
        Assert.Empty(centre.View(Ring).Clocks);
    }

    private static Centre Ringing()
    {
        var centre = new Centre { Timing = ClockDay.Every };
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, null, null)));
        return centre;
    }

    private static void Until(Centre centre, double seconds)
    {
        var end = Centre.Start.AddSeconds(seconds);
        while (centre.State(Ring.Stream).DueAt is { } due && due <= end)
        {
            centre.Now = due > centre.Now ? due : centre.Now;
            Done(centre.Do(Ring, FireCallClock.Instance, Actor.System));
        }

        centre.Now = end;
    }
}
