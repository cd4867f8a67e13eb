using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Stations;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class AssessingTests
{
    private static readonly StationId North = StationId.Of("north");

    private static readonly StationId South = StationId.Of("south");

    private static readonly StationId Body = StationId.Of("body");

    [Fact]
    public void It_sets_priority_and_owner_and_the_station_only_where_there_is_none()
    {
        var centre = WithStations();
        var decision = Done(centre.Do(A, Assessment(1, North, "worse than it looked"), Supervisor));
        Assert.Equal([$"{A.Stream} IncidentAssessed"], Kinds(decision));
        var view = centre.View(A);
        Assert.Equal((1, "north", "north", AreaClass.City), (view.Priority, view.Owner, view.Station, view.AreaClass));
        Done(centre.Do(A, Assessment(3, South)));
        view = centre.View(A);
        Assert.Equal((3, "south", "north", AreaClass.City), (view.Priority, view.Owner, view.Station, view.AreaClass));
    }

    [Fact]
    public void A_body_may_own_it_and_no_incident_belongs_to_a_body()
    {
        var centre = WithStations();
        Done(centre.Do(A, Assessment(1, Body)));
        Assert.Equal(("body", null), (centre.View(A).Owner, centre.View(A).Station));
    }

    [Fact]
    public void The_station_that_it_gave_still_follows_the_place()
    {
        var centre = WithStations();
        Done(centre.Do(A, Assessment(1, North)));
        centre.Jurisdiction = new Jurisdiction("south", AreaClass.Countryside);
        Done(centre.Do(A, new ChangeIncident(default, default, new(new Location(36.5, 113, null)), default)));
        Assert.Equal(("north", "south"), (centre.View(A).Owner, centre.View(A).Station));
    }

    [Fact]
    public void Who_is_not_registered_or_retired_owns_nothing_and_a_closed_incident_is_not_assessed()
    {
        var centre = WithStations();
        Refused(RefusalCode.UnknownReference, "owner", centre.Do(A, Assessment(1, StationId.Of("nobody"))));
        Done(centre.Do(South, new RetireStation(new RegisterStation("South", null, null, null), true, default)));
        Refused(RefusalCode.UnknownReference, "owner", centre.Do(A, Assessment(1, South)));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(A, Assessment(1, North) with { OccurredAt = centre.In(60) }));
        Refused(RefusalCode.NotFound, centre.Do(IncidentId.Of("ghost"), Assessment(1, North)));
        Done(centre.Do(A, Closure()));
        Refused(RefusalCode.IncidentClosed, centre.Do(A, Assessment(1, North)));
    }

    [Fact]
    public void Another_priority_reckons_running_clocks_anew()
    {
        var row = ClockDay.Row(ClockStage.Assign, 600);
        var centre = Ready(ClockDay.Policy(row, row with { Priority = 1, LimitSeconds = 60 }));
        Done(centre.Do(North, new RegisterStation("North", null, null, null)));
        Assert.Equal(centre.In(600), ClockDay.Of(centre, ClockStage.Assign)[0].DueAt);
        Done(centre.Do(A, Assessment(1, North)));
        Assert.Equal(centre.In(60), ClockDay.Of(centre, ClockStage.Assign)[0].DueAt);
    }

    private static AssessIncident Assessment(int priority, StationId owner, string? note = null) => new(priority, owner, note, null);

    private static Centre WithStations()
    {
        var centre = Ready();
        Done(centre.Do(North, new RegisterStation("North", null, AreaClass.City, null)));
        Done(centre.Do(South, new RegisterStation("South", null, AreaClass.Countryside, null)));
        var desk = new RetireStation(new RegisterStation("Fraud desk", null, null, null), null, default);
        Done(centre.Do(Body, new RegisterBody(desk, StationKind.Body, null, null, default)));
        return centre;
    }
}
