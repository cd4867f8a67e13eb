using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Units;

public class PanickingTests
{
    private static readonly GeoPoint Mill = new(36.5, 113.25);

    private static readonly TimingPolicy Timing = new(
        "p", 1, [new TimingLimit(ClockStage.Assign, 1, null, null, 60, null, [])], EscalationPlan.Default);

    [Theory]
    [InlineData("off")]
    [InlineData("free")]
    [InlineData("out of service")]
    public void Whatever_the_unit_is_doing_it_is_an_open_incident_of_priority_1_about_it(string doing)
    {
        var centre = Ready();
        Done(centre.Do(One, doing switch { "off" => OffDuty(), "out of service" => OnDuty("flat tyre"), _ => OnDuty(null, null, "Zhao") }));
        var decision = Done(centre.Do(One, Panic(C, Mill, "knife"), UnitActor(One)));
        Assert.Equal(["incident/inc-c IncidentCreated", "unit/P1 PanicRaised"], Kinds(decision));
        Assert.Equal(C.Stream, decision.Answers);
        var made = centre.View(C);
        Assert.Equal(
            (1, "distress", IncidentStatus.Received, One, "north", "knife"),
            (made.Priority, made.Category, made.Status, made.PanicUnitId, made.Station, made.Narrative));
        Assert.Equal(made.ReceivedAt, made.UnattendedSince);
        Assert.Equal(C, centre.View(One).PanicIncidentId);
        Assert.True(centre.State(One.Stream).ToBoard().Open);
    }

    [Fact]
    public void The_incident_that_the_unit_is_on_is_related_and_goes_on()
    {
        var centre = At(AssignmentStage.OnScene);
        Assert.Equal(
            ["incident/inc-c IncidentCreated", "incident/inc-c LinkAdded", "incident/inc-a LinkAdded", "unit/P1 PanicRaised"],
            Kinds(Done(centre.Do(One, Panic(C)))));
        Assert.Equal(new LinkView(C, LinkRelation.RelatedTo), Assert.Single(centre.View(A).Links));
        Assert.Equal(new LinkView(A, LinkRelation.RelatedTo), Assert.Single(centre.View(C).Links));
        Assert.Equal((UnitStatus.OnScene, A), (centre.View(One).Status, centre.View(One).IncidentId));
    }

    [Fact]
    public void Pressed_again_while_it_is_fresh_and_open_it_is_the_same_distress()
    {
        var centre = Ready();
        Done(centre.Do(One, Panic(C, Mill)));
        for (var press = 2; press <= 10; press++)
        {
            centre.Now = centre.Now.AddSeconds(5);
            var again = Done(centre.Do(One, Panic(IncidentId.Of($"no-{press}"), new GeoPoint(36.5, 113.25 + press))));
            Assert.Equal(["incident/inc-c PanicRepeated", "unit/P1 PanicRaised"], Kinds(again));
            Assert.Equal(C.Stream, again.Answers);
        }

        Assert.Equal(new Location(36.5, 123.25, null), centre.View(C).Location);
        Assert.Equal(new LocatedView(LocatedFrom.Device, centre.Now), centre.View(C).Located);
    }

    [Theory]
    [InlineData(600, true)]
    [InlineData(601, false)]
    [InlineData(-600, true)]
    [InlineData(-601, false)]
    public void The_window_is_reckoned_between_the_presses_from_the_first_and_not_from_their_arrival(double seconds, bool same)
    {
        var centre = Ready();
        var first = centre.Now.AddMinutes(20);
        centre.Now = centre.Now.AddMinutes(40);
        Done(centre.Do(One, Panic(C, at: first)));
        Done(centre.Do(One, Panic(IncidentId.Of("same"), at: first.AddSeconds(300))));
        var next = Done(centre.Do(One, Panic(IncidentId.Of("next"), at: first.AddSeconds(seconds))));
        Assert.Equal(same ? C.Stream : IncidentId.Of("next").Stream, next.Answers);
        if (!same)
            Assert.Equal(new LinkView(C, LinkRelation.RelatedTo), Assert.Single(centre.View(IncidentId.Of("next")).Links));
    }

    [Fact]
    public void Closing_the_incident_ends_the_distress_in_the_same_append()
    {
        var centre = Ready();
        Done(centre.Do(One, OffDuty()));
        Done(centre.Do(One, Panic(C)));
        Assert.Equal(["unit/P1 PanicEnded", "incident/inc-c IncidentClosed"], Kinds(Done(centre.Do(C, Closure()))));
        Assert.Null(centre.View(One).PanicIncidentId);
        Assert.False(centre.State(One.Stream).ToBoard().Open);
        var next = IncidentId.Of("next");
        Assert.Equal(next.Stream, Done(centre.Do(One, Panic(next))).Answers);
    }

    [Fact]
    public void Closing_an_earlier_distress_leaves_the_later_one()
    {
        var centre = Ready();
        Done(centre.Do(One, Panic(C)));
        centre.Now = centre.Now.AddMinutes(11);
        Done(centre.Do(One, Panic(IncidentId.Of("next"))));
        Assert.Equal(["incident/inc-c IncidentClosed"], Kinds(Done(centre.Do(C, Closure()))));
        Assert.Equal(IncidentId.Of("next"), centre.View(One).PanicIncidentId);
    }

    /// <summary>Which place is taken, of those that are there: the device's own, the newest position, the home.</summary>
    [Theory]
    [InlineData(true, true, true, "device")]
    [InlineData(false, true, true, "position")]
    [InlineData(false, false, true, "home")]
    [InlineData(false, false, false, "")]
    public void It_says_where_and_how_that_is_known(bool device, bool position, bool home, string from)
    {
        var centre = Ready();
        Done(centre.Do(One, new RegisterUnit("P1x", "patrol", "north", [], home ? new GeoPoint(1, 3) : null)));
        var seen = centre.In(-90);
        Done(centre.Do(
            One, Panic(C, device ? new GeoPoint(1, 1) : null) with { Position = position ? new PositionView(1, 2, seen) : null }));
        var made = centre.View(C);
        Assert.Equal(from, made.Located is { } located ? Word(located.From) : "");
        Assert.Equal(from switch { "device" => 1, "position" => 2, "home" => 3, _ => (double?)null }, made.Location?.Lon);
        Assert.Equal(from switch { "device" => centre.Now, "position" => seen, _ => (DateTimeOffset?)null }, made.Located?.At);
    }

    [Fact]
    public void A_place_that_somebody_put_right_by_hand_is_left_alone()
    {
        var centre = Ready();
        Done(centre.Do(One, Panic(C, Mill)));
        Done(centre.Do(C, new ChangeIncident(default, default, new(new Location(36.6, 113.3, "the old mill")), default)));
        Assert.Null(centre.View(C).Located);
        Done(centre.Do(One, Panic(IncidentId.Of("no"), new GeoPoint(1, 2))));
        Assert.Equal(new Location(36.6, 113.3, "the old mill"), centre.View(C).Location);
    }

    [Fact]
    public void It_belongs_to_the_units_own_station_else_to_that_of_the_place()
    {
        var centre = Ready();
        centre.Jurisdiction = new Jurisdiction("east", AreaClass.City);
        Done(centre.Do(One, Panic(C, Mill)));
        Done(centre.Do(Three, Panic(IncidentId.Of("next"), Mill)));
        Assert.Equal(("north", "east"), (centre.View(C).Station, centre.View(IncidentId.Of("next")).Station));
    }

    [Fact]
    public void One_that_waited_long_for_a_network_alarms_from_its_arrival()
    {
        var centre = Ready(Timing);
        var pressed = centre.Now;
        centre.Now = centre.Now.AddHours(3);
        Done(centre.Do(One, Panic(C, at: pressed)));
        var made = centre.View(C);
        Assert.False(made.Historic);
        Assert.Equal(centre.Now, made.ReceivedAt);
        Assert.Equal((ClockState.Running, centre.In(60), false), (made.Clocks[0].State, made.Clocks[0].DueAt, made.Clocks[0].Silent));
        Assert.Equal(pressed, centre.Journal[^1].OccurredAt);
    }

    [Fact]
    public void A_press_that_waited_some_minutes_counts_from_the_press()
    {
        var centre = Ready(Timing);
        var pressed = centre.Now;
        centre.Now = centre.Now.AddMinutes(3);
        Done(centre.Do(One, Panic(C, at: pressed)));
        Assert.Equal(pressed, centre.View(C).ReceivedAt);
        Assert.True(centre.State(C.Stream).DueAt <= centre.Now);
    }

    [Fact]
    public void The_unit_itself_its_station_and_the_centre_may_and_the_unit_reads_and_writes_on_it()
    {
        var centre = Ready();
        Refused(RefusalCode.NotYours, centre.Do(One, Panic(C), UnitActor(Two)));
        Refused(RefusalCode.NotYours, centre.Do(One, Panic(C), StationActor("south")));
        Refused(RefusalCode.NotFound, centre.Do(UnitId.Of("ghost"), Panic(C)));
        Refused(RefusalCode.OccurredAtInFuture, centre.Do(One, Panic(C, at: centre.In(6))));
        Done(centre.Do(One, Panic(C), StationActor("north")));
        Done(centre.Do(C, new AddNote("two men"), UnitActor(One)));
        Done(centre.Do(C, new MessageIncident(MessageId.Of("m1"), "hurry", null), UnitActor(One)));
        Refused(RefusalCode.NotYours, centre.Do(C, new AddNote("x"), UnitActor(Two)));
        Assert.True(IncidentAccess.MayRead(centre.View(C), UnitActor(One), centre.Now));
        Assert.False(IncidentAccess.MayRead(centre.View(C), UnitActor(Two), centre.Now));
        Done(centre.Do(C, Closure()));
        centre.Now += IncidentAccess.AfterwardsFor + TimeSpan.FromMilliseconds(1);
        Assert.False(IncidentAccess.MayRead(centre.View(C), UnitActor(One), centre.Now));
    }

    private static RaisePanic Panic(IncidentId id, GeoPoint? place = null, string? note = null, DateTimeOffset? at = null) =>
        new(id, place, note, at);
}
