using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Clocks.ClockDay;

namespace Tocsin.Tests.Rules.Clocks;

/// <summary>A fact that lies before the start of its clock makes it void and suspect, never met.</summary>
public class SuspectTests
{
    [Theory]
    [InlineData(ClockStage.Acknowledge, AssignmentStage.Acknowledged)]
    [InlineData(ClockStage.Turnout, AssignmentStage.EnRoute)]
    [InlineData(ClockStage.Arrive, AssignmentStage.OnScene)]
    public void A_report_from_before_the_assignment_meets_nothing(ClockStage stage, AssignmentStage reported)
    {
        var centre = ClockDay.At(20, "+1@10");
        Done(centre.Do(A, For(1, Report(One, reported, Centre.Start.AddHours(-8)))));
        Suspect(Assert.Single(Of(centre, stage)));
        Until(centre, 1000);
        Suspect(Assert.Single(Of(centre, stage)));
        Assert.DoesNotContain(Said(centre), s => s.StartsWith($"Overdue {stage}", StringComparison.Ordinal));
    }

    [Fact]
    public void An_assignment_from_before_the_receipt_meets_nothing()
    {
        var centre = ClockDay.At(30, "+1@20<-10");
        Suspect(Assert.Single(Of(centre, ClockStage.Assign)));
    }

    [Fact]
    public void An_answer_from_before_the_ringing_meets_nothing()
    {
        var centre = new Centre { Timing = Every };
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, null, null)));
        Done(centre.Do(Ring, new AnswerCall(centre.In(-1))));
        Suspect(Assert.Single(centre.View(Ring).Clocks));
        Assert.Null(centre.State(Ring.Stream).DueAt);
        Assert.Equal(centre.In(-1), centre.View(Ring).AnsweredAt);
    }

    [Fact]
    public void Feedback_before_arrival_stays_what_it_was()
    {
        var clock = Assert.Single(Of(ClockDay.At(200, "+1@10 say1@20 there1@100"), ClockStage.Feedback));
        Assert.Equal((ClockState.Met, 20d, false), (clock.State, Seconds(clock.MetAt)!.Value, clock.Suspect));
    }

    [Fact]
    public void At_its_very_start_a_clock_is_met()
    {
        var clock = Assert.Single(Of(ClockDay.At(20, "+1@10 there1@11<10"), ClockStage.Arrive));
        Assert.Equal((ClockState.Met, false), (clock.State, clock.Suspect));
    }

    [Fact]
    public void What_was_said_to_be_overdue_is_not_taken_back_by_a_wrong_clock()
    {
        var centre = ClockDay.At(400, "+1@10");
        var said = Said(centre);
        Assert.Contains("Overdue Arrive 310", said);
        Done(centre.Do(A, For(1, Report(One, AssignmentStage.OnScene, Centre.Start.AddHours(-8)))));
        var clock = Assert.Single(Of(centre, ClockStage.Arrive));
        Suspect(clock, overdue: 310);
        Assert.Equal(said, Said(centre));
    }

    [Fact]
    public void A_correction_puts_it_right()
    {
        var centre = ClockDay.At(400, "+1@10");
        Done(centre.Do(A, For(1, Report(One, AssignmentStage.OnScene, Centre.Start.AddHours(-8)))));
        Done(centre.Do(A, Correction(One, CorrectableStage.OnScene, Centre.Start.AddSeconds(300)), Supervisor));
        var clock = Assert.Single(Of(centre, ClockStage.Arrive));
        Assert.Equal(
            (ClockState.Met, 300d, (double?)null, false),
            (clock.State, Seconds(clock.MetAt)!.Value, Seconds(clock.OverdueAt), clock.Suspect));
        Assert.Contains("Withdrawn Arrive 310", Said(centre));
    }

    [Fact]
    public void A_press_that_is_taken_away_lets_the_clock_run_again()
    {
        var centre = ClockDay.At(20, "+1@10");
        Done(centre.Do(A, For(1, Report(One, AssignmentStage.OnScene, Centre.Start.AddHours(-8)))));
        Done(centre.Do(A, Correction(One, CorrectableStage.OnScene, null), Supervisor));
        Assert.Equal((ClockState.Running, false), (Of(centre, ClockStage.Arrive)[0].State, Of(centre, ClockStage.Arrive)[0].Suspect));
        Until(centre, 310);
        Assert.Contains("Overdue Arrive 310", Said(centre));
    }

    [Fact]
    public void An_incident_of_an_earlier_version_keeps_its_story()
    {
        var centre = ClockDay.At(20, "+1@10");
        Done(centre.Do(A, For(1, Report(One, AssignmentStage.OnScene, Centre.Start.AddHours(-8)))));
        var old = centre.Journal.Where(h => h.Stream == A.Stream).Aggregate(
            IncidentState.Initial(A),
            (s, h) => (IncidentState)s.Apply(h.Event is IncidentCreated e ? e with { Suspects = false } : h.Event, h.OccurredAt));
        var clock = Assert.Single(old.Clocks.ToViews(), c => c.Stage == ClockStage.Arrive);
        Assert.Equal((ClockState.Met, -8 * 3600d, false), (clock.State, Seconds(clock.MetAt)!.Value, clock.Suspect));
    }

    private static void Suspect(ClockView clock, double? overdue = null) => Assert.Equal(
        (ClockState.Void, (double?)null, overdue, true), (clock.State, Seconds(clock.MetAt), Seconds(clock.OverdueAt), clock.Suspect));
}
