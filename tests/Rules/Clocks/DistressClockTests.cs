using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Live;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Clocks.ClockDay;

namespace Tocsin.Tests.Rules.Clocks;

/// <summary>An officer's distress is seen by a person within 15 s, or everybody is told that nobody has.</summary>
public class DistressClockTests
{
    [Fact]
    public void Until_somebody_has_seen_it_the_clock_runs_and_then_it_is_overdue()
    {
        var centre = Raised();
        var clock = Shown(centre);
        Assert.Equal((0d, 15d, ClockState.Running), (Seconds(clock.StartedAt), Seconds(clock.DueAt), clock.State));
        Assert.Equal(new DistressView(One, Centre.Start, null, null), centre.View(A).Distress);
        Until(centre, 15);
        Assert.Equal(["Overdue Distress 15", "Station Distress 15"], Said(centre));
        var board = centre.State(A).ToBoard();
        Assert.Equal(15, Seconds(board.LateAt));
        Assert.Equal(centre.View(A).Distress, BoardIncident.Of(centre.View(A)).Distress);
        Assert.Contains(LateIncident.Of(Row(centre)), i => i.Item.Stage == ClockStage.Distress);
    }

    [Fact]
    public void Who_has_seen_it_first_stands_and_the_clock_is_met()
    {
        var centre = Raised();
        centre.Now = centre.In(9);
        Assert.Equal([$"{A.Stream} DistressAcknowledged"], Kinds(Done(centre.Do(A, new AcknowledgeDistress(null)))));
        var seen = new DistressView(One, Centre.Start, "wang", centre.Now);
        Assert.Equal(seen, centre.View(A).Distress);
        Assert.Equal((ClockState.Met, 9d), (Shown(centre).State, Seconds(Shown(centre).MetAt)));
        centre.Now = centre.In(5);
        Nothing(centre.Do(A, new AcknowledgeDistress(null), Supervisor));
        Done(centre.Do(A, Assignment(Two)));
        Nothing(centre.Do(A, new AcknowledgeDistress(null), Supervisor));
        Assert.Equal(seen, centre.View(A).Distress);
        Until(centre, 40);
        Assert.DoesNotContain(Said(centre), s => s.Contains("Distress", StringComparison.Ordinal));
    }

    [Fact]
    public void An_assignment_meets_it_and_somebody_may_still_say_that_he_has_seen_it()
    {
        var centre = Raised();
        centre.Now = centre.In(7);
        Done(centre.Do(A, Assignment(Two)));
        Assert.Equal((ClockState.Met, 7d), (Shown(centre).State, Seconds(Shown(centre).MetAt)));
        centre.Now = centre.In(3);
        Done(centre.Do(A, new AcknowledgeDistress(null)));
        Assert.Equal(("wang", 7d), (centre.View(A).Distress!.AcknowledgedBy, Seconds(Shown(centre).MetAt)));
    }

    [Fact]
    public void That_somebody_saw_it_in_time_and_said_so_late_takes_it_back()
    {
        var centre = Raised();
        Until(centre, 30);
        Done(centre.Do(A, new AcknowledgeDistress(Centre.Start.AddSeconds(10))));
        Assert.Equal(["Overdue Distress 15", "Station Distress 15", "Withdrawn Distress 15"], Said(centre));
    }

    [Fact]
    public void A_closure_ends_it_and_reopening_raises_no_other()
    {
        var centre = Raised();
        Say(centre, "close@5");
        Assert.Equal(ClockState.Void, Shown(centre).State);
        Refused(RefusalCode.IncidentClosed, centre.Do(A, new AcknowledgeDistress(null)));
        Say(centre, "open@10");
        Done(centre.Do(A, new AcknowledgeDistress(null)));
        Assert.Equal(ClockState.Void, Shown(centre).State);
        Assert.Equal("wang", centre.View(A).Distress!.AcknowledgedBy);
        Say(centre, "close@20");
        Nothing(centre.Do(A, new AcknowledgeDistress(null)));
    }

    [Fact]
    public void A_press_that_waited_long_for_a_network_says_when_it_was_and_alarms_from_its_arrival()
    {
        var centre = Ready();
        var pressed = Centre.Start.AddHours(-2);
        Done(centre.Do(One, new RaisePanic(C, null, null, pressed), UnitActor(One)));
        Assert.Equal(pressed, centre.View(C).Distress!.RaisedAt);
        Assert.Equal(centre.In(15), Assert.Single(centre.View(C).Clocks).DueAt);
    }

    [Fact]
    public void What_is_about_no_distress_cannot_be_acknowledged()
    {
        Refused(RefusalCode.WrongStage, Ready().Do(A, new AcknowledgeDistress(null)));
        Refused(RefusalCode.NotFound, new Centre().Do(A, new AcknowledgeDistress(null)));
        Refused(RefusalCode.OccurredAtInFuture, Raised().Do(A, new AcknowledgeDistress(Centre.Start.AddSeconds(6))));
    }

    [Fact]
    public void A_distress_of_before_shows_its_receipt_and_has_no_clock()
    {
        var state = (IncidentState)IncidentState.Initial(A).Apply(
            new IncidentCreated("n", null, "distress", 1, null, null, null, null, null, false, false, false) { PanicUnitId = One },
            Centre.Start);
        Assert.Equal(new DistressView(One, Centre.Start, null, null), IncidentViews.Of(state).Distress);
        Assert.Empty(IncidentViews.Of(state).Clocks);
    }

    [Fact]
    public void What_names_the_stage_is_not_written_where_a_member_does_not_read_it()
    {
        IFormedEvent of(ClockStage stage) => new ClockOverdue(stage, null, Centre.Start, 0, 0);
        Assert.Equal((1, 2), (of(ClockStage.Assign).Form, of(ClockStage.Distress).Form));
        Assert.Null(of(ClockStage.Distress).InForm(1));
        var created = (IFormedEvent)Raised().Journal.Single(h => h.Event is IncidentCreated { PanicUnitId: not null }).Event;
        Assert.Null(Assert.IsType<IncidentCreated>(created.InForm(1)).Distress);
    }

    // The distress is incident A, so that the words of a day mean it.
    private static Centre Raised()
    {
        var centre = new Centre { Unattended = UnattendedLimits.Default };
        foreach (var unit in new[] { One, Two })
        {
            Done(centre.Do(unit, new RegisterUnit(unit.Value, "patrol", "north", [], null)));
            Done(centre.Do(unit, OnDuty()));
        }

        Done(centre.Do(One, new RaisePanic(A, null, null, null), UnitActor(One)));
        return centre;
    }

    private static ClockView Shown(Centre centre) => Assert.Single(Of(centre, ClockStage.Distress));

    private static BoardRow Row(Centre centre) =>
        new(A.Stream, centre.State(A).Version, [], new JournalPosition(1), centre.State(A).ToBoard());
}
