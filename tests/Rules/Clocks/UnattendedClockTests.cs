using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Overdue;
using Tocsin.Places;
using Tocsin.Policies;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Clocks.ClockDay;

namespace Tocsin.Tests.Rules.Clocks;

/// <summary>The clock of assignment always has a limit: the policy's own, or the built-in one.</summary>
public class UnattendedClockTests
{
    [Theory]
    [InlineData(1, 45, 60)]
    [InlineData(2, 135, 180)]
    [InlineData(3, 450, 600)]
    [InlineData(4, 1350, 1800)]
    public void Without_a_policy_who_waits_warns_is_overdue_and_climbs(int priority, int warn, int limit)
    {
        var centre = Made(null, priority);
        Assert.Equal((warn, limit), Shown(centre));
        Until(centre, limit + 300);
        Assert.Equal(
            [
                $"Warning Assign {limit}", $"Overdue Assign {limit}", $"Station Assign {limit}", $"Supervisor Assign {limit}",
                $"DutyCommander Assign {limit}",
            ],
            Said(centre));
        var board = centre.State(A).ToBoard();
        Assert.Equal((Centre.Start.AddSeconds(limit), null), (board.LateAt, board.DueAt));
        Assert.Null(centre.View(A).Policy);
    }

    [Fact]
    public void A_policy_without_a_limit_on_assignment_is_completed()
    {
        var centre = Made(Presets.MetPolice, 1);
        Assert.Equal((45, 60), Shown(centre));
        Assert.Equal("met-police", centre.View(A).Policy);
        Assert.Contains(centre.View(A).Clocks, c => c.Stage == ClockStage.Arrive);
    }

    [Fact]
    public void A_policys_own_limit_holds_and_the_built_in_one_only_where_it_has_none()
    {
        var policy = Policy(
            Row(ClockStage.Assign, 7) with { Priority = 2 }, Row(ClockStage.Assign, 9) with { AreaClass = AreaClass.City });
        Assert.Equal((null, 7), Shown(Made(policy, 2)));
        Assert.Equal((450, 600), Shown(Made(policy, 3)));
        Assert.Equal((null, 9), Shown(Made(policy, 3, AreaClass.City)));
    }

    [Fact]
    public void The_preset_of_110_has_limits_on_assignment_of_its_own() =>
        Assert.All([1, 2, 3, 4], p => Assert.NotNull(Presets.City110.Find(ClockStage.Assign, p, AreaClass.Countryside)));

    [Fact]
    public void A_change_of_priority_gives_its_limit_from_the_same_start()
    {
        var centre = Made(null, 3);
        Say(centre, "high@30");
        Assert.Equal((45, 60), Shown(centre));
        Until(centre, 60);
        Assert.Equal(["Warning Assign 60", "Overdue Assign 60", "Station Assign 60"], Said(centre));
    }

    [Theory]
    [InlineData("+1@20 no1@50")]
    [InlineData("+1@20 back1@50")]
    [InlineData("+1@20 to1@50")]
    [InlineData("+1@20 go1@30 end1@50")]
    public void Who_is_left_again_has_a_new_clock_from_then(string story)
    {
        var centre = Made(null, 2, story: story);
        var clocks = Of(centre, ClockStage.Assign);
        Assert.Equal([ClockState.Met, ClockState.Running], clocks.Select(c => c.State));
        Assert.Equal((50d, 230d), (Seconds(clocks[1].StartedAt), Seconds(clocks[1].DueAt)));
        Assert.Equal(50, Seconds(centre.View(A).UnattendedSince));
        Until(centre, 230);
        Assert.Contains("Overdue Assign 230", Said(centre));
    }

    [Fact]
    public void History_alarms_nobody_and_stands_among_what_is_late_as_before()
    {
        var centre = new Centre { Unattended = UnattendedLimits.Default };
        Done(centre.Do(A, Creation(at: centre.In(-7200))));
        var board = centre.State(A).ToBoard();
        Assert.Equal((null, centre.In(-7200)), (board.DueAt, board.LateAt));
        Assert.True(Assert.Single(centre.View(A).Clocks).Silent);
        Nothing(centre.Do(A, FireClocks.Instance, Actor.System));
    }

    [Fact]
    public void Who_was_left_so_long_ago_that_no_clock_alarms_stands_among_what_is_late()
    {
        var centre = Made(null, 2, story: "+1@20");
        centre.Now = Centre.Start.AddHours(5);
        Done(centre.Do(A, Report(One, AssignmentStage.Declined, Centre.Start.AddHours(1)), UnitActor(One)));
        Assert.Null(centre.State(A).DueAt);
        Assert.Equal(Centre.Start.AddHours(1), centre.State(A).ToBoard().LateAt);
        Assert.Equal(OverdueKind.Unattended, LateRule.Waiting(centre.State(A))?.Kind);
    }

    [Fact]
    public void What_was_open_at_the_upgrade_is_given_its_limit_once_and_from_then()
    {
        var centre = Old(null);
        centre.Now = Centre.Start.AddHours(3);
        Assert.Null(centre.State(A).DueAt);
        Assert.Equal([$"{A.Stream} UnattendedLimitsGiven"], Kinds(Done(Ask(centre))));
        var clock = Assert.Single(centre.View(A).Clocks);
        Assert.Equal((centre.Now, centre.In(180), false), (clock.StartedAt, clock.DueAt, clock.Silent));
        Assert.Equal(centre.In(135), centre.State(A).ToBoard().DueAt);
        Nothing(Ask(centre));
        Until(centre, (3 * 3600) + 180);
        Assert.Equal(["Warning Assign 10980", "Overdue Assign 10980", "Station Assign 10980"], Said(centre));
        Nothing(Ask(centre));
    }

    [Fact]
    public void What_is_given_moves_no_other_clock()
    {
        var centre = Old(Policy(Row(ClockStage.Arrive, 100) with { From = ClockFrom.Received }));
        Until(centre, 200);
        Assert.Equal(["Overdue Arrive 100", "Station Arrive 100", "Supervisor Arrive 100"], Said(centre));
        Done(Ask(centre));
        Assert.Equal(3, Said(centre).Length);
        Assert.Equal(200, Seconds(Assert.Single(Of(centre, ClockStage.Assign)).StartedAt));
        Assert.Equal(0, Seconds(Assert.Single(Of(centre, ClockStage.Arrive)).StartedAt));
    }

    [Fact]
    public void After_that_each_new_wait_counts_from_its_own_beginning()
    {
        var centre = Old(null);
        Until(centre, 1000);
        Done(Ask(centre));
        Say(centre, "+1@1010");
        Say(centre, "no1@1030");
        Assert.Equal([1000d, 1030d], Of(centre, ClockStage.Assign).Select(c => Seconds(c.StartedAt)));
        Assert.Equal([ClockState.Met, ClockState.Running], Of(centre, ClockStage.Assign).Select(c => c.State));
    }

    [Theory]
    [InlineData("+1@20")]
    [InlineData("close1@20")]
    [InlineData("+1@20 there1@30 say1@40")]
    public void Who_is_attended_to_or_closed_is_given_nothing(string story)
    {
        var centre = Old(null);
        foreach (var word in story.Split(' '))
            Say(centre, word);
        Nothing(Ask(centre));
    }

    [Fact]
    public void History_and_what_has_a_limit_are_given_nothing()
    {
        var historic = new Centre();
        Done(historic.Do(A, Creation(at: historic.In(-7200))));
        Nothing(Ask(historic));
        Nothing(Ask(Made(null, 2)));
        Nothing(Ask(Old(Every)));
        Refused(RefusalCode.NotFound, new Centre().Do(B, new GiveUnattendedLimits(UnattendedLimits.Default), Actor.System));
    }

    [Fact]
    public void What_is_closed_keeps_its_story()
    {
        var centre = Old(null);
        Say(centre, "close1@20");
        Assert.Empty(centre.View(A).Clocks);
        Say(centre, "open1@30");
        Assert.Empty(centre.View(A).Clocks);
        Done(Ask(centre));
        Assert.Equal(30, Seconds(Assert.Single(centre.View(A).Clocks).StartedAt));
    }

    [Fact]
    public void A_cluster_of_which_a_member_does_not_read_the_limits_writes_none()
    {
        var created = (IFormedEvent)Made(null, 2).Journal[0].Event;
        Assert.Equal(2, created.Form);
        var older = Assert.IsType<IncidentCreated>(created.InForm(1));
        Assert.Null(older.Unattended);
        Assert.Equal(1, ((IFormedEvent)older).Form);
    }

    private static Decision Ask(Centre centre) => centre.Do(A, new GiveUnattendedLimits(UnattendedLimits.Default), Actor.System);

    // As it was made before there were built-in limits.
    private static Centre Old(TimingPolicy? policy) => Ready(policy);

    private static Centre Made(TimingPolicy? policy, int priority, AreaClass? area = null, string story = "")
    {
        var centre = new Centre
        {
            Timing = policy,
            Unattended = UnattendedLimits.Default,
            Jurisdiction = area is { } of ? new Jurisdiction(null, of) : null,
        };
        Done(centre.Do(A, Creation() with { Priority = priority }));
        Done(centre.Do(B, Creation()));
        Done(centre.Do(One, new Tocsin.Units.RegisterUnit("1", "patrol", null, [], null)));
        Done(centre.Do(One, OnDuty()));
        foreach (var word in story.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Say(centre, word);
        return centre;
    }

    private static (int? Warn, int Limit) Shown(Centre centre)
    {
        var clock = Assert.Single(Of(centre, ClockStage.Assign));
        return ((int?)Seconds(clock.WarnAt ?? clock.StartedAt) is > 0 and var warn ? warn : null, (int)Seconds(clock.DueAt)!);
    }
}
