using Tocsin.Identity;
using Tocsin.Recommending;
using Tocsin.RunCards;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Recommending.Street;

namespace Tocsin.Tests.Rules.Recommending;

/// <summary>Who is offered, in which order, and why.</summary>
public class RecommenderTests
{
    [Fact]
    public void The_first_to_arrive_stands_first_and_says_how_far_and_since_when()
    {
        var found = Ask([Unit("far", 4), Unit("near", 1, ageMinutes: 1), Unit("middle", 2)], Need(2)).Needs[0];
        Assert.Equal(["near", "middle"], Ids(found.Units));
        Assert.Equal(["far"], Ids(found.Next));
        Assert.Equal((126, 1400), (found.Units[0].EtaSeconds, found.Units[0].DistanceMeters));
        Assert.Equal(["free; 1.0 km from its position of 07:59:00Z", "of the incident's own station north"], found.Units[0].Reasons);
        Assert.Equal((1000, 60), (found.Units[0].Why[0].Meters, found.Units[0].Why[0].Seconds));
        Assert.Equal(0, found.Missing);
    }

    [Fact]
    public void Of_two_that_arrive_together_the_first_by_id_goes_so_that_the_same_picture_always_gives_the_same_answer()
    {
        Assert.Equal(["a", "b"], Ids(Ask([Unit("b", 1), Unit("a", 1)], Need(2)).Needs[0].Units));
        Assert.Equal(["a", "b"], Ids(Ask([Unit("a", 1), Unit("b", 1)], Need(2)).Needs[0].Units));
    }

    [Fact]
    public void Without_a_position_its_home_counts_and_without_either_it_is_not_offered_but_missed_aloud()
    {
        var found = Ask([Unit("home", null, home: 3), Unit("nowhere", null)], Need(2)).Needs[0];
        Assert.Equal(["home"], Ids(found.Units));
        Assert.Equal([ReasonCode.Home, ReasonCode.OwnStation], Codes(found.Units[0].Why));
        Assert.Equal(1, found.Missing);
        Assert.Equal([ReasonCode.Unplaced], Codes(found.Why));
    }

    [Fact]
    public void A_stale_position_is_no_hope_it_counts_from_the_farther_of_it_and_home()
    {
        var found = Ask(
            [
                Unit("old", 0.5, home: 5, ageMinutes: 6),
                Unit("oldAway", 5, home: 0.5, ageMinutes: 6),
                Unit("fresh", 4, home: 9, ageMinutes: 5),
            ],
            Need(3)).Needs[0];
        Assert.Equal(["fresh", "old", "oldAway"], Ids(found.Units));
        Assert.Equal([ReasonCode.Position, ReasonCode.StalePosition, ReasonCode.OwnStation], Codes(found.Units[1].Why));
        Assert.Equal(360, found.Units[1].Why[1].Seconds);
    }

    [Fact]
    public void Only_free_units_are_offered()
    {
        var found = Ask(
            [
                Unit("busy", 1, status: UnitStatus.OnScene, on: Settled),
                Unit("out", 2, status: UnitStatus.OutOfService),
                Unit("assigned", 3, status: UnitStatus.Assigned, on: Fight),
                Unit("free", 9),
            ],
            Need());
        Assert.Equal(["free"], Ids(found.Needs[0].Units));
        Assert.Equal(["busy", "out", "assigned"], Ids(found.PassedOver));
        Assert.Equal(
            [[ReasonCode.Busy, ReasonCode.Ending], [ReasonCode.OutOfService], [ReasonCode.Busy, ReasonCode.Divertible]],
            found.PassedOver.Select(p => Codes(p.Why)));
        Assert.Equal("busy on 260301-0008, priority 1", found.PassedOver[0].Reasons[0]);
    }

    [Fact]
    public void A_unit_that_is_on_scene_is_not_called_divertible_and_one_on_something_more_urgent_neither()
    {
        var found = Ask(
            [
                Unit("there", 1, status: UnitStatus.OnScene, on: Fight),
                Unit("urgent", 2, status: UnitStatus.EnRoute, on: Fight),
                Unit("free", 9),
            ],
            Need());
        Assert.Equal([ReasonCode.Busy], Codes(found.PassedOver[0].Why));
        var urgent = Ask(Fire with { Priority = 3 }, [Unit("urgent", 2, status: UnitStatus.EnRoute, on: Fight), Unit("free", 9)], Need());
        Assert.Equal([ReasonCode.Busy], Codes(urgent.PassedOver[0].Why));
    }

    [Fact]
    public void Kind_and_capabilities_are_asked_for_and_a_nearer_unit_without_them_is_passed_over_with_what_it_lacks()
    {
        var found = Ask(
            [Unit("car", 1), Unit("van", 2, "van", can: "dog"), Unit("both", 3, "VAN", can: ["DOG", "taser"])],
            Need(kinds: ["van"], can: ["dog", "taser"]));
        Assert.Equal(["both"], Ids(found.Needs[0].Units));
        Assert.Equal(
            [ReasonCode.Position, ReasonCode.OwnStation, ReasonCode.Capability, ReasonCode.Capability], Codes(found.Needs[0].Units[0].Why));
        Assert.Equal(["is of kind patrol, which is not asked for", "lacks taser"], found.PassedOver.SelectMany(p => p.Reasons));
    }

    [Fact]
    public void Units_of_the_wanted_sort_are_explained_before_nearer_ones_of_another()
    {
        var others = Enumerable.Range(0, 20).Select(i => Unit($"other{i:00}", 0.1, "van"));
        var found = Ask([.. others, Unit("busy", 2, status: UnitStatus.EnRoute, on: Settled), Unit("free", 3)], Need(kinds: ["patrol"]));
        Assert.Equal(["busy", .. Enumerable.Range(0, 9).Select(i => $"other{i:00}")], Ids(found.PassedOver));
    }

    [Fact]
    public void A_card_may_ask_for_the_incidents_own_station()
    {
        var found = Ask([Unit("neighbour", 1, station: "south"), Unit("own", 5)], Need(scope: NeedScope.OwnStation));
        Assert.Equal(["own"], Ids(found.Needs[0].Units));
        Assert.Equal([ReasonCode.NotOwnStation], Codes(found.PassedOver[0].Why));
    }

    [Fact]
    public void A_neighbours_unit_must_be_so_much_faster_and_then_the_nearer_one_is_explained()
    {
        var scene = Fire with { ForeignSeconds = 200 };
        var found = Ask(scene, [Unit("neighbour", 1, station: "south"), Unit("own", 2)], Need());
        Assert.Equal(["own"], Ids(found.Needs[0].Units));
        Assert.Equal([ReasonCode.NotNeeded], Codes(found.PassedOver[0].Why));
        Assert.Equal(["neighbour"], Ids(Ask(scene, [Unit("neighbour", 1, station: "south"), Unit("own", 3)], Need()).Needs[0].Units));
    }

    [Fact]
    public void A_shortfall_says_what_keeps_the_others()
    {
        var found = Ask(
            [
                Unit("b1", 1, status: UnitStatus.OnScene, on: Settled), Unit("b2", 2, status: UnitStatus.EnRoute, on: Fight),
                Unit("o", 3, status: UnitStatus.OutOfService), Unit("van", 1, "van"),
            ],
            Need(2, ["patrol"], name: "cars"));
        var need = found.Needs[0];
        Assert.Equal((2, 0), (need.Missing, need.Units.Count));
        Assert.Equal("2 busy; 1 out of service", need.ToView().Reason);
        Assert.Equal(["b1", "b2", "o"], Ids(found.PassedOver));
        Assert.Equal([ReasonCode.NoneOnDuty], Codes(Ask([Unit("van", 1, "van")], Need(kinds: ["boat"])).Needs[0].Why));
    }

    [Fact]
    public void Who_is_on_the_incident_already_counts_and_is_not_offered_again()
    {
        var here = Open("here", "260301-0001", 2, Tocsin.Incidents.IncidentStatus.OnScene);
        var found = Ask([Unit("there", 0, status: UnitStatus.OnScene, on: here), Unit("near", 1), Unit("far", 2)], Need(2));
        Assert.Equal(["there"], found.Needs[0].Present.Select(u => u.Value));
        Assert.Equal(["near"], Ids(found.Needs[0].Units));
        Assert.Empty(found.PassedOver);
    }

    [Fact]
    public void Who_called_for_help_is_not_sent_to_help_others()
    {
        var distressed = new DutyUnit(UnitId.Of("sos"), "patrol", "north", [], UnitStatus.Available, null, At(1), null)
        {
            Distress = IncidentId.Of("panic"),
        };
        var found = Ask([distressed, Unit("free", 2)], Need(2));
        Assert.Equal(["free"], Ids(found.Needs[0].Units));
        Assert.Equal([ReasonCode.Distress], Codes(found.Needs[0].Why));
        Assert.Equal([ReasonCode.Distress], Codes(Assert.Single(found.PassedOver).Why));
    }

    [Fact]
    public void Nobody_on_duty_is_an_answer_too()
    {
        var found = Ask([], Need(2));
        Assert.Equal(2, found.Needs[0].Missing);
        Assert.Empty(found.PassedOver);
    }
}
