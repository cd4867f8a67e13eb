using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Stations;
using Tocsin.Tests.Rules.Directives;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Stations;

/// <summary>A station is retired, and what is open there goes to its successor.</summary>
public class RetiringTests
{
    private static readonly StationId North = StationId.Of("north");
    private static readonly StationId South = StationId.Of("south");
    private static readonly StationId East = StationId.Of("east");
    private static readonly RegisterStation Content = new("North", new GeoPoint(36.5, 113), AreaClass.City, null);

    [Fact]
    public void A_station_without_open_incidents_needs_no_successor()
    {
        var centre = Stations();
        var changed = Assert.IsType<StationChanged>(Assert.Single(Done(centre.Do(North, Retire(null))).Events).Event);
        Assert.Equal((true, (StationId?)null), (changed.Retired, changed.Successor));
        Assert.True(centre.View(North).Retired);
        Nothing(centre.Do(North, Retire(null)));
        Nothing(centre.Do(North, new RetireStation(Content, null, default)));
    }

    [Fact]
    public void Open_incidents_go_to_the_successor_in_the_same_append()
    {
        var centre = Stations();
        Done(centre.Do(A, Creation(station: "north")));
        Done(centre.Do(B, Creation(station: "south")));
        var decision = Done(centre.Do(North, Step(South, last: true, A)));
        Assert.Equal(["station/north StationChanged", "incident/inc-a IncidentChanged"], Kinds(decision));
        Assert.Equal("south", centre.View(A).Station);
        Assert.Equal((true, South), (centre.View(North).Retired, centre.View(North).Successor!.Value));
    }

    [Fact]
    public void A_step_before_the_last_hands_over_and_leaves_the_station_as_it_is()
    {
        var centre = Stations();
        Done(centre.Do(A, Creation(station: "north")));
        Assert.Equal(["incident/inc-a IncidentChanged"], Kinds(Done(centre.Do(North, Step(South, last: false, A)))));
        Assert.False(centre.View(North).Retired);
        Nothing(centre.Do(North, Step(South, last: false, A)));
        Done(centre.Do(North, Step(South, last: true, A)));
        Assert.True(centre.View(North).Retired);
    }

    [Fact]
    public void What_is_closed_or_went_elsewhere_stays_where_it_is()
    {
        var centre = Stations();
        Done(centre.Do(A, Creation(station: "north")));
        Done(centre.Do(A, Closure()));
        Done(centre.Do(B, Creation(station: "east")));
        Assert.Equal(["station/north StationChanged"], Kinds(Done(centre.Do(North, Step(South, last: true, A, B)))));
        Assert.Equal(("north", "east"), (centre.View(A).Station, centre.View(B).Station));
    }

    [Fact]
    public void The_clocks_of_what_is_handed_over_run_on()
    {
        var centre = Stations();
        centre.Timing = Presets.City110;
        centre.Jurisdiction = new Jurisdiction("north", AreaClass.City);
        Done(centre.Do(A, Creation(station: "north")));
        Done(centre.Do(A, Assignment(One)));
        var before = centre.View(A);
        Later(centre);
        Done(centre.Do(North, Step(South, last: true, A)));
        var after = centre.View(A);
        Assert.Equal(before.Clocks.Select(c => c.DueAt), after.Clocks.Select(c => c.DueAt));
        Assert.Equal(AreaClass.City, after.AreaClass);
    }

    [Fact]
    public void Open_incidents_without_a_successor_keep_the_station()
    {
        var centre = Stations();
        Done(centre.Do(A, Creation(station: "north")));
        Refused(RefusalCode.Invalid, "successor", centre.Do(North, Step(null, last: true, A)));
        Assert.False(centre.View(North).Retired);
    }

    [Fact]
    public void A_successor_is_registered_at_work_and_another_one()
    {
        var centre = Stations();
        Refused(RefusalCode.UnknownReference, "successor", centre.Do(North, Retire(StationId.Of("nowhere"))));
        Refused(RefusalCode.Invalid, "successor", centre.Do(North, Retire(North)));
        Done(centre.Do(South, Retire(null)));
        Refused(RefusalCode.Retired, "successor", centre.Do(North, Retire(South)));
        Refused(RefusalCode.Invalid, "successor", centre.Do(North, new RetireStation(Content, false, new(East))));
        Refused(RefusalCode.Invalid, "successor", centre.Do(North, new RetireStation(Content, null, new(East))));
    }

    [Fact]
    public void Successors_make_a_chain_and_never_a_circle()
    {
        var centre = Stations();
        Done(centre.Do(North, Retire(South)));
        Done(centre.Do(South, Retire(East)));
        Refused(RefusalCode.Retired, "successor", centre.Do(East, Retire(North)));
        Nothing(centre.Do(North, Retire(South)));
        Done(centre.Do(A, Creation(station: "north")));
        Refused(RefusalCode.Retired, "successor", centre.Do(North, Step(South, last: true, A)));
        Done(centre.Do(North, Step(East, last: true, A)));
        Assert.Equal(("east", East), (centre.View(A).Station, centre.View(North).Successor!.Value));
    }

    [Fact]
    public void A_station_that_comes_back_has_no_successor_and_may_be_one()
    {
        var centre = Stations();
        Done(centre.Do(North, Retire(South)));
        Done(centre.Do(North, Content with { Name = "Old North" }));
        Assert.Equal(("Old North", true), (centre.View(North).Name, centre.View(North).Retired));
        Done(centre.Do(North, new RetireStation(Content, false, default)));
        Assert.Equal((false, (StationId?)null), (centre.View(North).Retired, centre.View(North).Successor));
        Done(centre.Do(South, Retire(North)));
    }

    [Fact]
    public void A_new_station_may_be_retired_from_the_start()
    {
        var centre = new Centre();
        Assert.Equal(["station/north StationRegistered", "station/north StationChanged"], Kinds(Done(centre.Do(North, Retire(null)))));
        Assert.True(centre.View(North).Retired);
    }

    [Fact]
    public void No_incident_is_made_at_a_retired_station()
    {
        var centre = new Centre { Jurisdiction = new Jurisdiction("north", AreaClass.City) { Version = 2, Retired = true } };
        Refused(RefusalCode.Retired, "station", centre.Do(A, Creation(station: "north")));
        Assert.Empty(Refused(RefusalCode.Retired, centre.Do(A, Creation(), StationActor("north"))).Errors);
    }

    [Fact]
    public void What_is_made_for_a_station_relies_on_its_being_as_it_was()
    {
        var centre = new Centre { Jurisdiction = new Jurisdiction("north", AreaClass.City) { Version = 2 } };
        Assert.Equal([(North.Stream, 2)], Done(centre.Do(A, Creation())).Relies);
        Assert.Equal([(North.Stream, 2)], Done(centre.Do(One, new RegisterUnit("P1", "patrol", "north", [], null))).Relies);
        centre.Jurisdiction = new Jurisdiction("unknown", null);
        Assert.Empty(Done(centre.Do(B, Creation(station: "unknown"))).Relies);
    }

    [Fact]
    public void A_unit_is_not_put_to_a_retired_station_and_one_that_is_there_stays()
    {
        var centre = new Centre();
        Done(centre.Do(One, new RegisterUnit("P1", "patrol", "north", [], null)));
        centre.Jurisdiction = new Jurisdiction("north", null) { Version = 2, Retired = true };
        Done(centre.Do(One, new RegisterUnit("P1", "van", "north", [], null)));
        Refused(RefusalCode.Retired, "station", centre.Do(Two, new RegisterUnit("P2", "van", "north", [], null)));
        Done(centre.Do(One, new RegisterUnit("P1", "van", null, [], null)));
        Refused(RefusalCode.Retired, "station", centre.Do(One, new RegisterUnit("P1", "van", "north", [], null)));
    }

    [Fact]
    public void What_is_opened_again_goes_to_who_took_over()
    {
        var centre = Stations();
        Done(centre.Do(A, Creation(station: "north")));
        Done(centre.Do(A, Closure()));
        centre.Jurisdiction = new Jurisdiction("south", AreaClass.City) { Version = 1, Instead = "north" };
        Assert.Equal(
            ["incident/inc-a IncidentReopened", "incident/inc-a IncidentChanged"],
            Kinds(Done(centre.Do(A, new ReopenIncident("again", null)))));
        Assert.Equal("south", centre.View(A).Station);
    }

    [Fact]
    public void A_distress_goes_to_who_took_over_from_the_units_station()
    {
        var centre = Ready();
        centre.Jurisdiction = new Jurisdiction("south", AreaClass.City) { Version = 1, Instead = "north" };
        Done(centre.Do(One, new RaisePanic(C, new GeoPoint(1, 2), null, null), UnitActor(One)));
        Assert.Equal("south", centre.View(C).Station);
    }

    [Fact]
    public void A_directive_does_not_go_to_a_retired_station()
    {
        var centre = Orders.Manned();
        Done(centre.Do(North, Retire(null)));
        Refused(
            RefusalCode.UnknownReference,
            "to[0].station",
            centre.Do(Orders.D, Orders.Order with { To = [new DirectiveTo(North, null, null)] }));
    }

    [Fact]
    public void A_cluster_in_which_not_every_member_knows_retired_stations_writes_none()
    {
        IFormedEvent changed = new StationChanged("N", null, null, null) { Retired = true };
        Assert.Equal((2, null), (changed.Form, changed.InForm(1)));
        Assert.Equal(1, ((IFormedEvent)new StationChanged("N", null, null, null)).Form);
    }

    private static Centre Stations()
    {
        var centre = new Centre();
        foreach (var (station, name) in new[] { (North, "North"), (South, "South"), (East, "East") })
            Done(centre.Do(station, Content with { Name = name }));
        Done(centre.Do(One, new RegisterUnit("P1", "patrol", "north", [], null)));
        Done(centre.Do(One, OnDuty()));
        return centre;
    }

    private static RetireStation Retire(StationId? successor) => new(Content, true, new(successor));

    private static Retirement Step(StationId? successor, bool last, params IncidentId[] incidents) =>
        new(Retire(successor), incidents, last);
}
