using Tocsin.Clocks;
using static Tocsin.Clocks.ClockStage;
using static Tocsin.Clocks.ClockState;
using static Tocsin.Tests.Rules.Clocks.ClockDay;

namespace Tocsin.Tests.Rules.Clocks;

/// <summary>
/// The contract's table of clocks, row by row: met in time, met late, not met, void, and again. Seconds after the receipt.
/// </summary>
public class ClockTableTests
{
    [Theory]
    [InlineData(Assign, 0, "", 59.999, Running, 0, 60, null, false)]
    [InlineData(Assign, 0, "", 60, Running, 0, 60, null, true)]
    [InlineData(Assign, 0, "+1@60", 60, Met, 0, 60, 60, false)]
    [InlineData(Assign, 0, "+1@61", 99, Met, 0, 60, 61, true)]
    [InlineData(Assign, 0, "+1@90<60", 99, Met, 0, 60, 60, false)]
    [InlineData(Assign, 0, "close@30", 99, ClockState.Void, 0, 60, null, false)]
    [InlineData(Assign, 0, "close@70", 99, ClockState.Void, 0, 60, null, true)]
    [InlineData(Assign, 1, "+1@10 no1@100", 100, Running, 100, 160, null, false)]
    [InlineData(Assign, 1, "+1@10 no1@100", 160, Running, 100, 160, null, true)]
    [InlineData(Assign, 1, "+1@10 to1@100 +2@130", 200, Met, 100, 160, 130, false)]
    [InlineData(Assign, 1, "close@30 open@500", 559, Running, 500, 560, null, false)]
    [InlineData(Assign, 1, "close@30 open@500 +1@561", 561, Met, 500, 560, 561, true)]
    [InlineData(Acknowledge, 0, "+1@10", 39, Running, 10, 40, null, false)]
    [InlineData(Acknowledge, 0, "+1@10", 40, Running, 10, 40, null, true)]
    [InlineData(Acknowledge, 0, "+1@10 ack1@40", 40, Met, 10, 40, 40, false)]
    [InlineData(Acknowledge, 0, "+1@10 ack1@41", 41, Met, 10, 40, 41, true)]
    [InlineData(Acknowledge, 0, "+1@10 go1@30", 99, Met, 10, 40, 30, false)]
    [InlineData(Acknowledge, 0, "+1@10 there1@31", 99, Met, 10, 40, 31, false)]
    [InlineData(Acknowledge, 0, "+1@10 there1@80 ack1@90<35", 99, Met, 10, 40, 35, false)]
    [InlineData(Acknowledge, 0, "+1@10 no1@30", 99, ClockState.Void, 10, 40, null, false)]
    [InlineData(Acknowledge, 0, "+1@10 end1@50", 99, ClockState.Void, 10, 40, null, true)]
    [InlineData(Acknowledge, 1, "+1@10 no1@30 +1@50", 60, Running, 50, 80, null, false)]
    [InlineData(Turnout, 0, "+1@10", 99, Running, 10, 100, null, false)]
    [InlineData(Turnout, 0, "+1@10 ack1@20", 100, Running, 10, 100, null, true)]
    [InlineData(Turnout, 0, "+1@10 go1@100", 100, Met, 10, 100, 100, false)]
    [InlineData(Turnout, 0, "+1@10 go1@101", 101, Met, 10, 100, 101, true)]
    [InlineData(Turnout, 0, "+1@10 there1@90", 101, Met, 10, 100, 90, false)]
    [InlineData(Turnout, 0, "+1@10 back1@99", 200, ClockState.Void, 10, 100, null, false)]
    [InlineData(Turnout, 0, "+1@10 to1@120", 200, ClockState.Void, 10, 100, null, true)]
    [InlineData(Arrive, 0, "+1@10", 309, Running, 10, 310, null, false)]
    [InlineData(Arrive, 0, "+1@10 go1@20", 310, Running, 10, 310, null, true)]
    [InlineData(Arrive, 0, "+1@10 there1@310", 310, Met, 10, 310, 310, false)]
    [InlineData(Arrive, 0, "+1@10 there1@311", 311, Met, 10, 310, 311, true)]
    [InlineData(Arrive, 0, "+1@10 +2@20 there2@200 there1@400", 400, Met, 10, 310, 200, false)]
    [InlineData(Arrive, 0, "+1@10 close@300", 400, ClockState.Void, 10, 310, null, false)]
    [InlineData(Arrive, 0, "+1@10 close@320", 400, ClockState.Void, 10, 310, null, true)]
    [InlineData(Arrive, 1, "+1@10 no1@100 +2@120", 200, Running, 120, 420, null, false)]
    [InlineData(Arrive, 1, "+1@10 there1@50 to1@100 +2@120 there2@421", 421, Met, 120, 420, 421, true)]
    [InlineData(Arrive, 1, "+1@10 there1@50 close@60 open@500 +2@520 there2@820", 900, Met, 520, 820, 820, false)]
    [InlineData(Feedback, 0, "+1@10 there1@100", 699, Running, 100, 700, null, false)]
    [InlineData(Feedback, 0, "+1@10 there1@100", 700, Running, 100, 700, null, true)]
    [InlineData(Feedback, 0, "+1@10 there1@100 end1@200 say1@700", 700, Met, 100, 700, 700, false)]
    [InlineData(Feedback, 0, "+1@10 there1@100 say1@701", 701, Met, 100, 700, 701, true)]
    [InlineData(Feedback, 0, "+1@10 there1@100 close@600", 900, ClockState.Void, 100, 700, null, false)]
    [InlineData(Feedback, 0, "+1@10 there1@100 close@800", 900, ClockState.Void, 100, 700, null, true)]
    [InlineData(Feedback, 1, "+1@10 there1@100 close@200 open@1000 +1@1010 there1@1100", 1200, Running, 1100, 1700, null, false)]
    [InlineData(Conclude, 0, "", 3599, Running, 0, 3600, null, false)]
    [InlineData(Conclude, 0, "+1@10", 3600, Running, 0, 3600, null, true)]
    [InlineData(Conclude, 0, "close@3600", 3600, Met, 0, 3600, 3600, false)]
    [InlineData(Conclude, 0, "close@3601", 3601, Met, 0, 3600, 3601, true)]
    [InlineData(Conclude, 1, "close@3601 open@4000", 4100, Running, 4000, 7600, null, false)]
    public void A_clock_starts_is_due_and_ends_as_the_table_says(
        ClockStage stage, int index, string script, double end, ClockState state, double started, double due, int? met, bool overdue)
    {
        var clock = Of(ClockDay.At(end, script), stage)[index];
        Assert.Equal(
            (state, started, due, (double?)met, overdue ? due : (double?)null),
            (clock.State, Seconds(clock.StartedAt)!.Value, Seconds(clock.DueAt)!.Value, Seconds(clock.MetAt), Seconds(clock.OverdueAt)));
    }

    [Theory]
    [InlineData(ClockFrom.Received, "", 0)]
    [InlineData(ClockFrom.Received, "+1@10 go1@40", 0)]
    [InlineData(ClockFrom.Received, "+1@10 no1@100", 0, 100)]
    [InlineData(ClockFrom.Assigned, "")]
    [InlineData(ClockFrom.Assigned, "+1@10 +2@20 go2@30", 10)]
    [InlineData(ClockFrom.EnRoute, "+1@10")]
    [InlineData(ClockFrom.EnRoute, "+1@10 +2@20 go2@30 go1@40", 30)]
    [InlineData(ClockFrom.EnRoute, "+1@10 go1@30 back1@50 +2@60 go2@70", 30, 70)]
    public void Arrival_is_reckoned_from_what_the_policy_says(ClockFrom from, string script, params int[] started)
    {
        var centre = ClockDay.At(120, script, Policy(Row(Arrive, 300) with { From = from }));
        Assert.Equal(started.Select(s => (double?)s), Of(centre, Arrive).Select(c => Seconds(c.StartedAt)));
    }

    [Theory]
    [InlineData(Acknowledge, "+1@90<-30", 0)]
    [InlineData(Arrive, "+1@90<-30", 0)]
    [InlineData(Feedback, "+1@90 there1@100<50", 90)]
    public void A_clock_never_starts_before_the_stage_before_it(ClockStage stage, string script, double started) =>
        Assert.Equal(started, Seconds(Of(ClockDay.At(120, script), stage)[0].StartedAt));

    [Fact]
    public void Clocks_stand_in_the_order_in_which_they_started()
    {
        var clocks = ClockDay.At(500, "+1@100 there1@300 +2@310<50").View(Cast.A).Clocks;
        Assert.Equal(clocks.OrderBy(c => c.StartedAt), clocks);
        Assert.Equal(Cast.Two, clocks.First(c => c.Stage == Acknowledge).UnitId);
    }

    [Fact]
    public void Without_a_policy_there_is_no_clock_and_nothing_is_due()
    {
        var centre = Cast.At(Tocsin.Incidents.AssignmentStage.OnScene);
        Assert.Empty(centre.View(Cast.A).Clocks);
        Assert.Null(centre.State(Cast.A).DueAt);
    }

    [Fact]
    public void A_stage_without_a_row_has_no_clock() =>
        Assert.Equal(
            [Assign], ClockDay.At(500, "+1@10 there1@20 say1@30", Policy(Row(Assign, 60))).View(Cast.A).Clocks.Select(c => c.Stage));
}
