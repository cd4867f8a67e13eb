using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Incidents;
using Tocsin.Places;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Incidents;

public class CreatingTests
{
    [Fact]
    public void A_new_incident_is_received_and_unattended_since_its_receipt()
    {
        var centre = new Centre();
        Done(centre.Do(A, Creation(at: centre.In(-30))));
        var view = centre.View(A);
        Assert.Equal(IncidentStatus.Received, view.Status);
        Assert.Equal(centre.In(-30), view.ReceivedAt);
        Assert.Equal(centre.In(-30), view.UnattendedSince);
        Assert.Equal("260301-0001", view.Number);
        Assert.Equal(1, view.Version);
        Assert.Equal(centre.In(-30), centre.Journal[0].OccurredAt);
    }

    [Fact]
    public void Its_receipt_is_occurredAt_else_when_the_call_was_answered_else_now()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, centre.In(-50), null)));
        Done(centre.Do(A, Creation(Ring, centre.In(-10))));
        Done(centre.Do(B, Creation(Ring)));
        Done(centre.Do(C, Creation()));
        Assert.Equal([centre.In(-10), centre.In(-50), centre.Now], new[] { A, B, C }.Select(i => centre.View(i).ReceivedAt));
    }

    [Theory]
    [InlineData(3600, false)]
    [InlineData(3600.001, true)]
    public void A_receipt_that_lies_more_than_an_hour_back_is_historic(double secondsAgo, bool historic)
    {
        var centre = new Centre();
        Done(centre.Do(A, Creation(at: centre.In(-secondsAgo))));
        Assert.Equal(historic, centre.View(A).Historic);
    }

    [Fact]
    public void With_a_call_it_disposes_of_the_call_in_the_same_append()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, centre.In(-50), null)));
        var decision = Done(centre.Do(A, Creation(Ring)));
        Assert.Equal(["incident/inc-a IncidentCreated", "incident/inc-a CallJoined", "call/call-1 CallDisposed"], Kinds(decision));
        Assert.Equal(CallStatus.Disposed, centre.View(Ring).Status);
        Assert.Equal(new DispositionView(DispositionKind.Incident, A, null, centre.Now), centre.View(Ring).Disposition);
        Assert.Equal(A, centre.View(Ring).IncidentId);
        Assert.Equal([new CallerView(Ring, null, centre.In(-50))], centre.View(A).Calls);
        Assert.Equal(1, centre.View(A).CallCount);
    }

    [Fact]
    public void A_call_that_was_joined_elsewhere_leaves_it()
    {
        var centre = Ready();
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, null, null)));
        Done(centre.Do(Ring, new DisposeCall(DispositionKind.Duplicate, A, null)));
        var decision = Done(centre.Do(C, Creation(Ring)));
        Assert.Equal(
            ["incident/inc-c IncidentCreated", "incident/inc-a CallLeft", "incident/inc-c CallJoined", "call/call-1 CallDisposed"],
            Kinds(decision));
        Assert.Equal(DispositionKind.Duplicate, Assert.IsType<CallLeft>(decision.Events[1].Event).Kind);
        Assert.Equal(0, centre.View(A).CallCount);
        Assert.Equal(1, centre.View(C).CallCount);
    }

    [Fact]
    public void An_unknown_call_is_an_unknown_reference() =>
        Refused(RefusalCode.UnknownReference, "callId", new Centre().Do(A, Creation(Ring)));

    [Fact]
    public void A_receipt_in_the_future_is_refused() =>
        Refused(RefusalCode.OccurredAtInFuture, "occurredAt", new Centre().Do(A, Creation(at: Centre.Start.AddSeconds(6))));

    [Fact]
    public void Made_again_it_stands()
    {
        var centre = Ready();
        Nothing(centre.Do(A, Creation()));
    }

    [Fact]
    public void The_place_says_whose_it_is()
    {
        var centre = new Centre { Jurisdiction = new Jurisdiction("north", AreaClass.Outskirts) };
        Done(centre.Do(A, Creation()));
        Assert.Equal(("north", AreaClass.Outskirts), (centre.View(A).Station, centre.View(A).AreaClass));
        Assert.False(centre.State(A).StationGiven);
    }

    [Fact]
    public void A_station_that_is_given_wins()
    {
        var centre = new Centre { Jurisdiction = new Jurisdiction("north", AreaClass.City) };
        Done(centre.Do(A, Creation(station: "south")));
        Assert.Equal(("south", AreaClass.City), (centre.View(A).Station, centre.View(A).AreaClass));
        Assert.True(centre.State(A).StationGiven);
    }

    [Fact]
    public void A_station_makes_its_own_incidents_only()
    {
        var centre = new Centre { Jurisdiction = new Jurisdiction("north", AreaClass.City) };
        Done(centre.Do(A, Creation(), StationActor("south")));
        Done(centre.Do(B, Creation(station: "south"), StationActor("south")));
        Assert.Equal(("south", "south"), (centre.View(A).Station, centre.View(B).Station));
        Refused(RefusalCode.NotYours, centre.Do(C, Creation(station: "north"), StationActor("south")));
        Refused(RefusalCode.NotYours, centre.Do(C, Creation(), StationActor(null)));
    }

    [Fact]
    public void No_call_is_a_stations_affair()
    {
        var centre = new Centre();
        Done(centre.Do(Ring, new ReceiveCall(null, null, null, null, null)));
        Refused(RefusalCode.NotYours, centre.Do(A, Creation(Ring), StationActor("south")));
    }

    [Fact]
    public void A_drill_is_marked() =>
        Assert.True(Assert.IsType<IncidentCreated>(new Centre().Do(A, Creation() with { Exercise = true }).Events[0].Event).Exercise);

    [Fact]
    public void Times_become_UTC_and_whole_milliseconds()
    {
        var centre = new Centre();
        var local = new DateTimeOffset(2026, 3, 1, 15, 59, 59, TimeSpan.FromHours(8)).AddTicks(12_345);
        Done(centre.Do(A, Creation(at: local)));
        Assert.Equal(TimeSpan.Zero, centre.Journal[0].OccurredAt.Offset);
        Assert.Equal(local.AddTicks(-2_345), centre.Journal[0].OccurredAt);
    }
}
