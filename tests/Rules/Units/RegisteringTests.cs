using Tocsin.Places;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Units;

public class RegisteringTests
{
    private static readonly RegisterUnit Command = new("Eagle 1", "patrol", "north", ["taser", "medic"], new GeoPoint(36.5, 113));

    [Fact]
    public void A_new_unit_is_off_duty()
    {
        var centre = new Centre();
        Assert.Equal(["unit/P1 UnitRegistered"], Kinds(Done(centre.Do(One, Command))));
        var view = centre.View(One);
        Assert.Equal(UnitStatus.OffDuty, view.Status);
        Assert.Equal(("Eagle 1", "patrol", "north", new GeoPoint(36.5, 113)), (view.CallSign, view.Kind, view.Station, view.Home!.Value));
        Assert.Equal(["taser", "medic"], view.Capabilities);
        Assert.False(centre.State(One.Stream).ToBoard().Open);
    }

    [Fact]
    public void Registered_again_only_what_differs_is_recorded()
    {
        var centre = new Centre();
        Done(centre.Do(One, Command));
        Nothing(centre.Do(One, Command with { Capabilities = ["taser", "medic"] }));
        var changes = Assert.IsType<UnitChanged>(
            Assert.Single(Done(centre.Do(One, Command with { CallSign = "Eagle 2", Home = null })).Events).Event).Changes;
        Assert.Equal(new UnitChanges(new("Eagle 1", "Eagle 2"), null, null, null, new(new GeoPoint(36.5, 113), null)), changes);
        Assert.Null(centre.View(One).Home);
        Done(centre.Do(One, Command with { Capabilities = ["medic"] }));
        Assert.Equal(["medic"], centre.View(One).Capabilities);
    }

    [Fact]
    public void A_change_never_touches_the_status()
    {
        var centre = At(Tocsin.Incidents.AssignmentStage.EnRoute);
        Done(centre.Do(One, Command));
        Assert.Equal((UnitStatus.EnRoute, A), (centre.View(One).Status, centre.View(One).IncidentId!.Value));
    }
}
