using Tocsin.Clocks;
using Tocsin.Incidents;
using Tocsin.Overdue;
using Tocsin.Places;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Clocks.ClockDay;

namespace Tocsin.Tests.Rules.Clocks;

/// <summary>Changes of priority and area, history and silence.</summary>
public class ReckonedAnewTests
{
    private static readonly TimingPolicy ByPriority = Policy(
        Row(ClockStage.Assign, 60) with { Priority = 1 },
        Row(ClockStage.Assign, 300) with { WarnSeconds = 200 },
        Row(ClockStage.Acknowledge, 30),
        Row(ClockStage.Arrive, 400) with { Priority = 1, From = ClockFrom.EnRoute },
        Row(ClockStage.Arrive, 500));

    [Fact]
    public void A_change_of_priority_reckons_running_clocks_anew_from_their_own_start()
    {
        var centre = ClockDay.At(100, "high@100", ByPriority);
        var clock = Assert.Single(Of(centre, ClockStage.Assign));
        Assert.Equal((0d, 60d, 60d), (Seconds(clock.StartedAt)!.Value, Seconds(clock.DueAt)!.Value, Seconds(clock.OverdueAt)!.Value));
        var overdue = centre.Journal.Select(h => h.Event).OfType<Tocsin.Incidents.ClockOverdue>().Single();
        Assert.Equal((40_000, 0), (overdue.LateMs, overdue.FiredLateMs));
    }

    [Fact]
    public void A_later_limit_withdraws_what_the_earlier_one_said_and_warns_anew()
    {
        var centre = ClockDay.At(320, "high@10 low@100", ByPriority);
        Assert.Equal(
            [
                "Overdue Assign 60", "Station Assign 60", "Withdrawn Assign 300", "Warning Assign 300", "Overdue Assign 300",
                "Station Assign 300",
            ],
            Said(centre));
    }

    [Fact]
    public void Met_clocks_stand_when_the_priority_changes() =>
        Assert.Equal(300d, Seconds(Of(ClockDay.At(200, "+1@100 high@150", ByPriority), ClockStage.Assign)[0].DueAt));

    [Fact]
    public void A_clock_that_waits_for_another_start_after_a_change_goes_back_with_the_next()
    {
        var centre = ClockDay.At(200, "+1@100 high@150 low@160", ByPriority);
        var clock = Assert.Single(Of(centre, ClockStage.Arrive));
        Assert.Equal((ClockState.Running, 100d, 600d), (clock.State, Seconds(clock.StartedAt)!.Value, Seconds(clock.DueAt)!.Value));
    }

    [Fact]
    public void A_change_of_area_reckons_anew_too()
    {
        var centre = Ready(Policy(Row(ClockStage.Assign, 300), Row(ClockStage.Assign, 60) with { AreaClass = AreaClass.City }));
        centre.Jurisdiction = new Jurisdiction("north", AreaClass.City);
        Done(centre.Do(A, new ChangeIncident(default, default, new(new Location(36.5, 113, null)), default)));
        Assert.Equal(60d, Seconds(Of(centre, ClockStage.Assign)[0].DueAt));
    }

    [Fact]
    public void Clocks_of_a_past_day_are_silent_and_its_later_assignments_alarm()
    {
        var centre = Ready(Every);
        Done(centre.Do(C, Creation(at: centre.Now.AddHours(-2))));
        Assert.True(centre.State(C).Historic);
        Assert.All(centre.View(C).Clocks, c => Assert.True(c.Silent));
        Assert.Null(centre.State(C).DueAt);
        Assert.Equal(OverdueKind.Unattended, LateRule.Waiting(centre.State(C))!.Value.Kind);
        Nothing(centre.Do(C, FireClocks.Instance));

        Done(centre.Do(C, Assignment(One)));
        Assert.Null(LateRule.Waiting(centre.State(C)));
        var acknowledge = centre.View(C).Clocks.Single(c => c.Stage == ClockStage.Acknowledge);
        Assert.False(acknowledge.Silent);
        Assert.Equal(centre.In(30), centre.State(C).DueAt);
    }

    [Fact]
    public void Reopening_a_past_incident_now_starts_live_clocks()
    {
        var centre = Ready(Every);
        Done(centre.Do(C, Creation(at: centre.Now.AddHours(-3))));
        Done(centre.Do(C, Closure(centre.Now.AddHours(-2))));
        Assert.Null(centre.State(C).DueAt);
        Done(centre.Do(C, new ReopenIncident("why", null)));
        Assert.Equal(centre.In(40), centre.State(C).DueAt);
    }

    [Fact]
    public void A_clock_that_a_correction_starts_hours_back_is_silent()
    {
        var centre = Ready(Every);
        centre.Now = centre.Now.AddHours(3);
        Done(centre.Do(C, Creation(at: centre.Now.AddHours(-3))));
        Done(centre.Do(C, new AssignUnits([One], AssignMode.All, centre.Now.AddHours(-3))));
        Done(centre.Do(C, Report(One, AssignmentStage.OnScene, centre.Now.AddHours(-2.9))));
        Done(centre.Do(C, Report(One, AssignmentStage.Cleared, centre.Now.AddHours(-2.5))));
        Done(centre.Do(C, Correction(One, CorrectableStage.OnScene, null)));
        Assert.NotNull(UnattendedRule.Since(centre.State(C)));
        Assert.Null(centre.State(C).DueAt);
    }

    [Fact]
    public void An_arrival_that_is_typed_later_ends_the_round_that_never_was()
    {
        var policy = Policy(Row(ClockStage.Assign, 60), Row(ClockStage.Arrive, 500) with { From = ClockFrom.Received });
        var centre = ClockDay.At(2000, "+1@10 end1@100 there1@120<90", policy);
        Assert.Equal([ClockState.Met, ClockState.Void], Of(centre, ClockStage.Assign).Select(c => c.State));
        Assert.Equal([ClockState.Met, ClockState.Void], Of(centre, ClockStage.Arrive).Select(c => c.State));
        Assert.Empty(Said(centre));
    }
}
