using Tocsin.Identity;
using Tocsin.Recommending;
using Tocsin.RunCards;
using Tocsin.Units;
using static Tocsin.Tests.Rules.Recommending.Street;

namespace Tocsin.Tests.Rules.Recommending;

/// <summary>Who is offered where the incident has a station and no coordinates: nobody is nearer than another.</summary>
public class UnknownPlaceTests
{
    private static readonly Scene Somewhere = Fire with { Place = null };

    [Fact]
    public void The_stations_units_are_offered_in_order_of_id_without_an_arrival_and_say_why()
    {
        var found = Ask(Somewhere, [Unit("b", 1), Unit("c", 0.1, station: "south"), Unit("a", 9)], Own(3)).Needs[0];
        Assert.Equal(["a", "b"], Ids(found.Units));
        Assert.All(found.Units, u => Assert.Equal((null, null), (u.EtaSeconds, u.DistanceMeters)));
        Assert.All(found.Units, u => Assert.Equal([ReasonCode.PlaceUnknown, ReasonCode.OwnStation], Codes(u.Why)));
        Assert.Equal(
            ["free; the place is not known, so nobody knows how far it is", "of the incident's own station north"],
            found.Units[0].Reasons);
    }

    [Fact]
    public void Where_it_stands_does_not_matter_so_a_unit_without_position_and_home_is_offered_and_a_stale_one_is_not_called_so() =>
        Assert.Equal(
            [[ReasonCode.PlaceUnknown, ReasonCode.OwnStation], [ReasonCode.PlaceUnknown, ReasonCode.OwnStation]],
            Ask(Somewhere, [Unit("nowhere", null), Unit("stale", 1, ageMinutes: 60)], Own(2)).Needs[0].Units.Select(u => Codes(u.Why)));

    [Fact]
    public void Only_who_is_free_is_offered()
    {
        var distressed = new DutyUnit(UnitId.Of("sos"), "patrol", "north", [], UnitStatus.Available, null, At(1), null)
        {
            Distress = IncidentId.Of("panic"),
        };
        var found = Ask(
            Somewhere,
            [
                distressed,
                Unit("busy", 1, status: UnitStatus.OnScene, on: Settled),
                Unit("out", 1, status: UnitStatus.OutOfService),
                Unit("free", 1),
            ],
            Own(2));
        Assert.Equal(["free"], Ids(found.Needs[0].Units));
        Assert.Equal([ReasonCode.Busy, ReasonCode.OutOfService, ReasonCode.Distress], Codes(found.Needs[0].Why));
        Assert.Empty(found.PassedOver);
    }

    [Fact]
    public void What_the_station_lacks_is_missing_and_the_free_ones_of_others_are_counted()
    {
        var found = Ask(
            Somewhere,
            [
                Unit("own", 1), Unit("van1", 1, "van", "south"), Unit("van2", 1, "van", station: null),
                Unit("van3", 1, "van", "south", UnitStatus.OutOfService),
            ],
            Own(2, "van"));
        Assert.Equal(2, found.Needs[0].Missing);
        var why = Assert.Single(found.Needs[0].Why);
        Assert.Equal((ReasonCode.PlaceUnknown, 2), (why.Code, why.Count));
        Assert.Equal("2 free at other stations: not offered while the place is not known", found.Needs[0].ToView().Reason);
    }

    [Fact]
    public void What_the_card_itself_asks_of_the_own_station_is_not_missing_because_of_the_place()
    {
        var need = Need(kinds: ["van"], scope: NeedScope.OwnStation).OfOwnStation();
        Assert.Equal([ReasonCode.NoneOnDuty], Codes(Ask(Somewhere, [Unit("van1", 1, "van", "south")], need).Needs[0].Why));
    }

    [Fact]
    public void A_card_that_asks_for_any_station_gets_the_own_ones_first()
    {
        var found = Ask(Somewhere, [Unit("a", 0.1, station: "south"), Unit("b", 9), Unit("c", 1, station: "west")], Need(2)).Needs[0];
        Assert.Equal(["b", "a"], Ids(found.Units));
        Assert.Equal(["c"], Ids(found.Next));
        Assert.Equal([ReasonCode.PlaceUnknown, ReasonCode.OtherStation], Codes(found.Units[1].Why));
    }

    [Fact]
    public void A_unit_that_alone_can_do_one_thing_is_not_used_for_what_any_can_do()
    {
        var found = Ask(
            Somewhere, [Unit("a", 1, "van"), Unit("b", 1)], Need(name: "any").OfOwnStation(), Need(kinds: ["van"]).OfOwnStation());
        Assert.Equal([["b"], ["a"]], found.Needs.Select(n => Ids(n.Units)));
    }

    [Fact]
    public void Who_is_on_the_incident_already_counts()
    {
        var here = Open("here", "260301-0001", 2, Tocsin.Incidents.IncidentStatus.EnRoute);
        var found = Ask(Somewhere, [Unit("there", 1, status: UnitStatus.EnRoute, on: here), Unit("free", 1)], Own(2)).Needs[0];
        Assert.Equal(["there"], found.Present.Select(u => u.Value));
        Assert.Equal((0, "free"), (found.Missing, Assert.Single(Ids(found.Units))));
    }

    private static Need Own(int count, params string[] kinds) => Need(count, kinds).OfOwnStation();
}
