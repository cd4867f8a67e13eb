using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Clocks.ClockDay;

namespace Tocsin.Tests.Rules.Clocks;

/// <summary>What clocks say, when, to whom, and how often: once.</summary>
public class ClockFiringTests
{
    private static readonly TimingPolicy AssignOnly = Policy(Row(ClockStage.Assign, 60) with { WarnSeconds = 40 });

    [Fact]
    public void It_warns_then_says_that_it_is_overdue_then_climbs_level_by_level_and_then_nothing_is_due()
    {
        var centre = ClockDay.At(10_000, "", AssignOnly);
        Assert.Equal(
            ["Warning Assign 60", "Overdue Assign 60", "Station Assign 60", "Supervisor Assign 60", "DutyCommander Assign 60"],
            Said(centre));
        Assert.Null(centre.State(A).DueAt);
        Nothing(centre.Do(A, FireClocks.Instance));
    }

    [Theory]
    [InlineData("take@70", EscalationLevel.Station)]
    [InlineData("boss@130", EscalationLevel.Supervisor)]
    public void Taking_it_stops_the_climb(string word, EscalationLevel level)
    {
        var centre = ClockDay.At(10_000, word, AssignOnly);
        var clock = Assert.Single(centre.View(A).Clocks);
        Assert.Equal((level, "wang"), (clock.Level, clock.TakenBy));
        Assert.Null(centre.State(A).DueAt);
    }

    [Fact]
    public void Supervision_takes_all_that_is_late_and_what_becomes_late_after_it_climbs_anew()
    {
        var centre = ClockDay.At(400, "+1@10 boss@110");
        Assert.All(Of(centre, ClockStage.Turnout).Concat(Of(centre, ClockStage.Acknowledge)), c => Assert.Equal("wang", c.TakenBy));
        Assert.Equal(
            (EscalationLevel.Supervisor, null), (Of(centre, ClockStage.Arrive)[0].Level, Of(centre, ClockStage.Arrive)[0].TakenBy));
        Assert.Equal("wang", centre.View(A).Supervision!.By);
    }

    [Fact]
    public void Nobody_takes_what_was_not_brought_to_his_level()
    {
        var centre = ClockDay.At(70, "", AssignOnly);
        Refused(RefusalCode.WrongStage, centre.Do(A, new TakeEscalation(EscalationLevel.Supervisor), Supervisor));
        Refused(RefusalCode.Forbidden, centre.Do(A, new TakeEscalation(EscalationLevel.Supervisor)));
        Done(centre.Do(A, new TakeEscalation(EscalationLevel.Station)));
        Nothing(centre.Do(A, new TakeEscalation(EscalationLevel.Station)));
    }

    [Fact]
    public void Urging_stands_in_the_trail_and_moves_nothing()
    {
        var centre = ClockDay.At(70, "", AssignOnly);
        var before = centre.State(A);
        Assert.Equal([$"{A.Stream} Urged"], Kinds(centre.Do(A, new Urge(ClockStage.Assign, null, "why"))));
        Assert.Equal(before with { Version = before.Version + 1, Urged = new LoopMark("wang", centre.Now) }, centre.State(A));
        Refused(RefusalCode.Invalid, "stage", centre.Do(A, new Urge(ClockStage.Answer, null, "why")));
        Refused(RefusalCode.UnknownReference, "unitId", centre.Do(A, new Urge(ClockStage.Assign, Two, "why")));
    }

    [Fact]
    public void A_late_report_withdraws_what_it_disproves_in_the_same_decision()
    {
        var centre = ClockDay.At(400, "+1@10");
        var decision = Say(centre, "there1@400<300");
        Assert.Equal([$"{A.Stream} UnitOnScene", $"{One.Stream} Progressed", $"{A.Stream} ClockWithdrawn"], Kinds(decision));
        var clock = Assert.Single(Of(centre, ClockStage.Arrive));
        Assert.Equal((ClockState.Met, 300d, null, null), (clock.State, Seconds(clock.MetAt)!.Value, clock.OverdueAt, clock.Level));
    }

    [Fact]
    public void A_late_report_that_disproves_nothing_withdraws_nothing() =>
        Assert.Equal(2, Say(ClockDay.At(400, "+1@10"), "there1@400<311").Events.Count);

    [Fact]
    public void A_time_that_is_taken_away_lets_the_clock_run_again_and_it_is_fired()
    {
        var centre = ClockDay.At(400, "+1@10 there1@100");
        Assert.DoesNotContain("Overdue Arrive 310", Said(centre));
        Say(centre, "unthere1@400");
        Assert.Equal(ClockState.Running, Of(centre, ClockStage.Arrive)[0].State);
        Until(centre, 400);
        Assert.Contains("Overdue Arrive 310", Said(centre));
        Assert.Equal(0, LastOverdue(centre, ClockStage.Arrive).FiredLateMs);
    }

    [Fact]
    public void A_clock_that_is_withdrawn_and_passes_again_is_fired_again()
    {
        var centre = ClockDay.At(900, "+1@10 there1@400<300 unthere1@500");
        Assert.Equal(2, Said(centre).Count(s => s == "Overdue Arrive 310"));
        Assert.Single(Said(centre), "Withdrawn Arrive 310");
    }

    [Fact]
    public void What_ended_late_before_anybody_knew_is_said_once_and_climbs_nowhere()
    {
        var centre = ClockDay.At(500, "+1@200<70", AssignOnly with { Escalation = new EscalationPlan(30, 60, 300) });
        Assert.Equal("Overdue Assign 60", Said(centre)[1]);
        Assert.DoesNotContain(Said(centre), s => s.StartsWith("DutyCommander", StringComparison.Ordinal));
    }

    [Fact]
    public void A_limit_that_passed_before_it_was_typed_alarms_as_fired_in_time()
    {
        var centre = ClockDay.At(0, "", Policy(Row(ClockStage.Acknowledge, 30)));
        Say(centre, "+1@300<100");
        Until(centre, 300);
        var overdue = LastOverdue(centre, ClockStage.Acknowledge);
        Assert.Equal((170_000, 0), (overdue.LateMs, overdue.FiredLateMs));
    }

    [Fact]
    public void A_report_from_a_clock_that_is_ahead_does_not_fire_before_the_limit()
    {
        var centre = ClockDay.At(57, "", AssignOnly);
        Done(centre.Do(A, new AssignUnits([One], AssignMode.All, centre.In(5))));
        Nothing(centre.Do(A, FireClocks.Instance));
        Until(centre, 60);
        Assert.Contains("Overdue Assign 60", Said(centre));
    }

    [Fact]
    public void Two_clocks_with_one_limit_are_fired_once_each()
    {
        var centre = ClockDay.At(500, "+1@10 +2@20 no1@100 +1@110<10", Policy(Row(ClockStage.Acknowledge, 30)));
        Assert.Equal(2, Said(centre).Count(s => s == "Overdue Acknowledge 40"));
        Assert.Null(centre.State(A).DueAt);
    }

    private static Tocsin.Incidents.ClockOverdue LastOverdue(Centre centre, ClockStage stage) =>
        centre.Journal.Select(h => h.Event).OfType<Tocsin.Incidents.ClockOverdue>().Last(e => e.Stage == stage);
}
