using Tocsin.Commands;
using Tocsin.Journal;
using Tocsin.Places;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Units;

/// <summary>A neighbour's unit comes to help, and is let go.</summary>
public class VisitingTests
{
    private static readonly ReceiveVisitor Visit = new("Lucheng 21", "patrol", "Lucheng", ["arrest"], new GeoPoint(36.5, 113));

    [Fact]
    public void It_is_on_duty_at_once_and_sent_as_any_other()
    {
        var centre = Ready();
        var guest = Identity.UnitId.Of("V1");
        Assert.Equal(["unit/V1 UnitRegistered", "unit/V1 DutyStarted"], Kinds(Done(centre.Do(guest, Visit))));
        var view = centre.View(guest);
        Assert.Equal((UnitStatus.Available, true, "Lucheng", false), (view.Status, view.Visiting, view.Agency, view.Retired));
        Assert.Equal((null, new GeoPoint(36.5, 113)), (view.Station, view.Home!.Value));
        Nothing(centre.Do(guest, Visit));
        Done(centre.Do(A, Assignment(guest)));
        Refused(RefusalCode.UnitBusy, centre.Do(guest, OffDuty()));
    }

    [Fact]
    public void The_end_of_its_duty_lets_it_go_and_it_may_come_again()
    {
        var centre = new Centre();
        Done(centre.Do(One, Visit));
        Assert.Equal(["unit/P1 DutyEnded"], Kinds(Done(centre.Do(One, OffDuty()))));
        Assert.Equal((true, UnitStatus.OffDuty), (centre.View(One).Retired, centre.View(One).Status));
        Assert.Empty(centre.State(One.Stream).Claims);
        Refused(RefusalCode.Retired, centre.Do(One, OnDuty()));
        Nothing(centre.Do(One, OffDuty()));

        Assert.Equal(
            ["unit/P1 UnitChanged", "unit/P1 DutyStarted"],
            Kinds(Done(centre.Do(One, Visit with { CallSign = "Lucheng 22", Agency = "Tunliu" }))));
        var view = centre.View(One);
        Assert.Equal(("Lucheng 22", "Tunliu", false, UnitStatus.Available), (view.CallSign, view.Agency, view.Retired, view.Status));
    }

    [Fact]
    public void A_unit_of_the_centre_is_no_visitor()
    {
        var centre = Ready();
        Assert.Equal("available", Refused(RefusalCode.WrongStage, centre.Do(One, Visit)).Stage);
        Done(centre.Do(One, OffDuty()));
        Assert.False(centre.View(One).Retired);
    }

    [Fact]
    public void A_position_without_a_fix_is_no_place()
    {
        var centre = new Centre();
        var refusal = Refused(RefusalCode.ImplausiblePlace, centre.Do(One, Visit with { Home = new GeoPoint(0, 0) }));
        Assert.Equal("position", Assert.Single(refusal.Errors).Field);
    }

    [Fact]
    public void A_change_by_the_administrator_leaves_it_a_visitor()
    {
        var centre = new Centre();
        Done(centre.Do(One, Visit));
        Done(centre.Do(One, new RegisterUnit("Lucheng 21", "van", null, [], null)));
        Assert.Equal((true, "Lucheng", "van"), (centre.View(One).Visiting, centre.View(One).Agency, centre.View(One).Kind));
    }

    [Fact]
    public void A_cluster_in_which_not_every_member_knows_visitors_writes_none()
    {
        IFormedEvent registered = new UnitRegistered("c", "k", null, [], null) { Visiting = true };
        Assert.Equal((2, null), (registered.Form, registered.InForm(1)));
        Assert.Equal(1, ((IFormedEvent)new UnitRegistered("c", "k", null, [], null)).Form);
        Assert.Equal(2, ((IFormedEvent)new UnitChanged(new(null, null, null, null, null) { Agency = new(null, "x") })).Form);
    }
}
