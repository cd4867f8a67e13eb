using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Places;
using Tocsin.Tests.Rules.Directives;
using Tocsin.Units;
using Tocsin.Versions;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Units;

/// <summary>What is gone can be retired: nothing new happens to it, and its history stays.</summary>
public class RetiringTests
{
    private static readonly RegisterUnit Content = new("P1", "patrol", "north", ["taser"], null);

    [Fact]
    public void A_unit_is_retired_and_comes_back()
    {
        var centre = Ready();
        Done(centre.Do(One, OffDuty()));
        var changes = Assert.IsType<UnitChanged>(Assert.Single(Done(centre.Do(One, Retirement())).Events).Event).Changes;
        Assert.Equal(new UnitChanges(null, null, null, null, null) { Retired = new(false, true) }, changes);
        Assert.True(centre.View(One).Retired);
        Assert.False(centre.State(One.Stream).ToBoard().Open);
        Nothing(centre.Do(One, Retirement()));
        Done(centre.Do(One, Retirement(false)));
        Assert.False(centre.View(One).Retired);
        Done(centre.Do(One, OnDuty()));
    }

    [Fact]
    public void Without_a_word_about_it_a_unit_stays_what_it_is()
    {
        var centre = Gone();
        Nothing(centre.Do(One, Content));
        Done(centre.Do(One, Content with { Kind = "van" }));
        Assert.Equal(("van", true), (centre.View(One).Kind, centre.View(One).Retired));
    }

    [Fact]
    public void A_new_unit_may_be_retired_from_the_start()
    {
        var centre = new Centre();
        Assert.Equal(["unit/P1 UnitRegistered", "unit/P1 UnitChanged"], Kinds(Done(centre.Do(One, Retirement()))));
        Assert.True(centre.View(One).Retired);
        Assert.Equal(["unit/P2 UnitRegistered"], Kinds(Done(centre.Do(Two, Retirement(false)))));
        Assert.False(centre.View(Two).Retired);
    }

    [Fact]
    public void A_unit_on_an_incident_is_not_retired()
    {
        var centre = At(AssignmentStage.EnRoute);
        Assert.Equal([new UnitRefusal(One, UnitRefusalCode.Busy, A)], Refused(RefusalCode.UnitBusy, centre.Do(One, Retirement())).Units);
        Done(centre.Do(One, Retirement(false) with { Unit = Content with { Kind = "van" } }));
    }

    [Fact]
    public void A_unit_on_duty_is_not_retired() =>
        Assert.Equal("available", Refused(RefusalCode.WrongStage, Ready().Do(One, Retirement())).Stage);

    [Fact]
    public void A_unit_in_distress_is_not_retired()
    {
        var centre = Ready();
        Done(centre.Do(One, OffDuty()));
        Done(centre.Do(One, new RaisePanic(C, new GeoPoint(1, 2), null, null), UnitActor(One)));
        Assert.Equal([new UnitRefusal(One, UnitRefusalCode.Busy, C)], Refused(RefusalCode.UnitBusy, centre.Do(One, Retirement())).Units);
    }

    [Fact]
    public void A_retired_unit_goes_on_no_duty_and_off_duty_changes_nothing()
    {
        var centre = Gone();
        Refused(RefusalCode.Retired, centre.Do(One, OnDuty()));
        Nothing(centre.Do(One, OffDuty()));
    }

    [Theory]
    [InlineData(AssignMode.All)]
    [InlineData(AssignMode.Any)]
    public void A_retired_unit_is_not_assigned(AssignMode mode)
    {
        var centre = Gone();
        Refused(RefusalCode.Retired, "unitIds", centre.Do(A, new AssignUnits([Two, One], mode, null)));
        Assert.Empty(centre.View(A).Assignments);
    }

    [Fact]
    public void A_place_of_a_plan_whose_unit_was_retired_meanwhile_goes_to_the_next_best()
    {
        var centre = Gone();
        Done(centre.Do(A, new CommitPlan([new PlanPlace(One, "patrol", [Two])], [], null, null)));
        Assert.Equal([Two], centre.View(A).Assignments.Select(a => a.UnitId));
    }

    [Fact]
    public void Nobody_writes_to_a_retired_unit_and_what_it_says_is_heard()
    {
        var centre = Gone();
        Refused(RefusalCode.Retired, centre.Do(One, new MessageUnit(MessageId.Of("m1"), "come", null, null)));
        Done(centre.Do(One, new MessageUnit(MessageId.Of("m2"), "here", null, null), UnitActor(One)));
    }

    [Fact]
    public void A_distress_is_one_whoever_raises_it()
    {
        var centre = Gone();
        Done(centre.Do(One, new RaisePanic(C, new GeoPoint(1, 2), null, null), UnitActor(One)));
        Assert.Equal(One, centre.View(C).PanicUnitId);
        Nothing(centre.Do(One, Retirement()));
    }

    [Fact]
    public void A_directive_does_not_go_to_a_retired_unit() => Refused(
        RefusalCode.UnknownReference,
        "to[0].unit",
        Gone().Do(Orders.D, Orders.Order with { To = [new DirectiveTo(null, One, null)] }));

    [Fact]
    public void What_it_did_stays_and_may_still_be_reported()
    {
        var centre = At(AssignmentStage.Cleared);
        Done(centre.Do(One, OffDuty()));
        Done(centre.Do(One, Retirement()));
        Done(centre.Do(A, Feedback(One)));
        Done(centre.Do(A, Correction(One, CorrectableStage.Cleared, centre.In(-30))));
        Assert.Equal(One, Assert.Single(centre.View(A).Assignments).UnitId);
    }

    [Fact]
    public void A_cluster_in_which_not_every_member_knows_retired_units_writes_none()
    {
        IFormedEvent changed = new UnitChanged(new UnitChanges(null, null, null, null, null) { Retired = new(false, true) });
        Assert.Equal((2, null), (changed.Form, changed.InForm(1)));
        Assert.Equal(1, ((IFormedEvent)new UnitChanged(new UnitChanges(new("a", "b"), null, null, null, null))).Form);
        Assert.False(Readables.Baseline.Reads("unit/UnitChanged", 2));
    }

    private static RetireUnit Retirement(bool retired = true) => new(Content, retired);

    private static Centre Gone()
    {
        var centre = Ready();
        Done(centre.Do(One, OffDuty()));
        Done(centre.Do(One, Retirement()));
        return centre;
    }
}
