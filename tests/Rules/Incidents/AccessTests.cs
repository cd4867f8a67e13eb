using Tocsin.Commands;
using Tocsin.Incidents;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

/// <summary>The <c>o</c> of the contract's table.</summary>
public class AccessTests
{
    private static readonly AddNote Note = new("seen");

    [Fact]
    public void A_unit_speaks_for_itself_only()
    {
        var centre = At(AssignmentStage.Acknowledged);
        Done(centre.Do(A, Assignment(Two)));
        Refused(RefusalCode.NotYours, centre.Do(A, Report(One, AssignmentStage.EnRoute), UnitActor(Two)));
        Refused(RefusalCode.NotYours, centre.Do(A, Feedback(One), UnitActor(Two)));
        Refused(RefusalCode.NotYours, centre.Do(A, Report(One, AssignmentStage.EnRoute), new Actor("device", Roles.Unit)));
        Done(centre.Do(A, Report(One, AssignmentStage.EnRoute), UnitActor(One)));
        Done(centre.Do(A, Feedback(One), UnitActor(One)));
        Done(centre.Do(A, Note, UnitActor(Two)));
    }

    [Fact]
    public void A_unit_has_the_incidents_it_is_on_or_was_within_24_hours()
    {
        var centre = At(AssignmentStage.Cancelled);
        Refused(RefusalCode.NotYours, centre.Do(B, Note, UnitActor(One)));
        centre.Now = Of(centre, A).ClearedAt!.Value.AddHours(24);
        Done(centre.Do(A, Note, UnitActor(One)));
        Done(centre.Do(A, Report(One, AssignmentStage.EnRoute, Of(centre, A).ClearedAt), UnitActor(One)));
        Assert.True(IncidentAccess.MayRead(centre.View(A), UnitActor(One), centre.Now));
        centre.Now += TimeSpan.FromMilliseconds(1);
        Refused(RefusalCode.NotYours, centre.Do(A, Note, UnitActor(One)));
        Assert.False(IncidentAccess.MayRead(centre.View(A), UnitActor(One), centre.Now));
        Done(centre.Do(A, Note, Dispatcher()));
    }

    [Fact]
    public void A_unit_that_is_still_on_it_keeps_it_however_long()
    {
        var centre = At(AssignmentStage.OnScene);
        centre.Now += TimeSpan.FromDays(3);
        Done(centre.Do(A, Note, UnitActor(One)));
    }

    [Fact]
    public void A_station_has_its_own_incidents_and_those_on_which_one_of_its_units_is()
    {
        var centre = At(AssignmentStage.EnRoute);
        Done(centre.Do(C, Creation(station: "north")));
        Done(centre.Do(A, Note, StationActor("north")));
        Done(centre.Do(C, Note, StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(B, Note, StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(A, Note, StationActor("south")));
        Refused(RefusalCode.NotYours, centre.Do(A, Note, StationActor(null)));
        Done(centre.Do(A, Report(One, AssignmentStage.Cleared)));
        Refused(RefusalCode.NotYours, centre.Do(A, Note, StationActor("north")));
        Assert.False(IncidentAccess.MayRead(centre.View(A), StationActor("north"), centre.Now));
        Assert.True(IncidentAccess.MayRead(centre.View(C), StationActor("north"), centre.Now));
    }

    [Fact]
    public void A_station_reports_for_its_own_units_only()
    {
        var centre = Ready();
        Done(centre.Do(C, Creation(station: "north")));
        Done(centre.Do(C, Assignment(One, Two)));
        Refused(RefusalCode.NotYours, centre.Do(C, Report(Two, AssignmentStage.EnRoute), StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(C, Feedback(Two), StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(C, Report(Three, AssignmentStage.EnRoute), StationActor("north")));
        Done(centre.Do(C, Report(One, AssignmentStage.EnRoute), StationActor("north")));
        Done(centre.Do(C, Feedback(One), StationActor("north")));
    }

    [Fact]
    public void A_unit_that_moves_to_another_station_keeps_its_assignments_station()
    {
        var centre = At(AssignmentStage.Assigned);
        Done(centre.Do(One, new RegisterUnit("P1", "patrol", "south", ["taser"], null)));
        Assert.Equal("north", Of(centre, A).Station);
        Done(centre.Do(A, Report(One, AssignmentStage.EnRoute), StationActor("north")));
        Refused(RefusalCode.NotYours, centre.Do(A, Report(One, AssignmentStage.OnScene), StationActor("south")));
    }

    [Fact]
    public void Whose_it_is_comes_before_the_time_and_the_rule()
    {
        var centre = At(AssignmentStage.Assigned);
        Refused(RefusalCode.NotYours, centre.Do(A, Report(One, AssignmentStage.EnRoute, centre.In(60)), UnitActor(Two)));
        Refused(RefusalCode.NotFound, centre.Do(C, Report(One, AssignmentStage.EnRoute, centre.In(60)), UnitActor(Two)));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Report(One, AssignmentStage.Diverted, centre.In(60)), UnitActor(One)));
    }

    [Theory]
    [InlineData(Roles.CallTaker)]
    [InlineData(Roles.Dispatcher)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    public void The_centre_has_all(string role) => Assert.True(IncidentAccess.MayRead(Ready().View(A), new Actor("x", role), Centre.Start));

    [Fact]
    public void A_units_trail_is_its_own_and_its_stations()
    {
        var view = Ready().View(One);
        Assert.True(UnitAccess.MayRead(view, UnitActor(One)));
        Assert.False(UnitAccess.MayRead(view, UnitActor(Two)));
        Assert.True(UnitAccess.MayRead(view, StationActor("north")));
        Assert.False(UnitAccess.MayRead(view, StationActor("south")));
        Assert.False(UnitAccess.MayRead(view with { Station = null }, StationActor(null)));
        Assert.True(UnitAccess.MayRead(view, Supervisor));
    }

    private static Actor Dispatcher() => Centre.Dispatcher;
}
