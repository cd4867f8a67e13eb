using CsCheck;
using Tocsin.Recommending;
using static Tocsin.Tests.Rules.Recommending.Street;

namespace Tocsin.Tests.Rules.Recommending;

/// <summary>Several needs at once are filled so that all units together are there soonest.</summary>
public class SeveralNeedsTests
{
    [Fact]
    public void A_unit_that_alone_can_do_one_thing_is_not_spent_on_another_that_anybody_can_do()
    {
        var found = Ask([Unit("dog", 1, can: "dog"), Unit("plain", 3)], Need(name: "car"), Need(can: ["dog"], name: "dog"));
        Assert.Equal([["plain"], ["dog"]], found.Needs.Select(n => Ids(n.Units)));
        Assert.Equal(["dog", "plain"], Ids(Ask([Unit("dog", 1, can: "dog"), Unit("plain", 3)], Need(2)).Needs[0].Units));
    }

    [Fact]
    public void The_sum_of_arrivals_decides_who_goes_for_what()
    {
        // Greedy from the second need would take d1 for the dog and send the far one as the car.
        var found = Ask(
            [Unit("d1", 1, can: "dog"), Unit("d2", 1.1, can: "dog"), Unit("far", 9)], Need(name: "car"), Need(can: ["dog"], name: "dog"));
        Assert.Equal(["d1", "d2"], found.Needs.SelectMany(n => Ids(n.Units)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_another_need_uses_is_named_where_it_is_missing()
    {
        var found = Ask([Unit("dog", 1, can: "dog")], Need(can: ["dog"], name: "dog"), Need(can: ["dog"], name: "another dog"));
        Assert.Equal(1, found.Needs.Sum(n => n.Missing));
        Assert.Equal([ReasonCode.UsedElsewhere], Codes(found.Needs.Single(n => n.Missing > 0).Why));
    }

    [Fact]
    public void No_unit_is_offered_twice_nobody_unfit_ever_and_nothing_is_missing_that_could_be_had()
    {
        var kind = Gen.OneOf(Gen.Const("car"), Gen.Const("van"));
        var unit = Gen.Select(Gen.Double[0.1, 20], kind, Gen.OneOf(Gen.Const(""), Gen.Const("dog"), Gen.Const("taser")));
        Gen.Select(unit.Array[0, 12], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3]).Holds(sample =>
        {
            var (street, cars, vans, dogs) = sample;
            DutyUnit[] units = [.. street.Select((u, i) => Unit($"u{i}", u.Item1, u.Item2, can: u.Item3.Length == 0 ? [] : [u.Item3]))];
            Need[] needs = [Need(cars, ["car"], name: "car"), Need(vans, ["van"], name: "van"), Need(dogs, can: ["dog"], name: "dog")];
            var found = Ask(units, needs);

            var offered = found.Needs.SelectMany(n => n.Units.Select(u => (n.Need, u.UnitId))).ToList();
            Assert.Equal(offered.Count, offered.Select(o => o.UnitId).Distinct().Count());
            Assert.All(offered, o => Assert.True(o.Need.Fits(units.Single(u => u.Id == o.UnitId), "north")));
            Assert.All(found.Needs, n => Assert.Equal(n.Need.Count, n.Units.Count + n.Missing));
            Assert.Equal(Most(units, needs), offered.Count);
        });
    }

    // Each unit fits its kind and perhaps the dogs: counted, not searched.
    private static int Most(DutyUnit[] units, Need[] needs)
    {
        var most = 0;
        var (carDogs, vanDogs) = (
            units.Count(u => u.Kind == "car" && u.Capabilities.Contains("dog")),
            units.Count(u => u.Kind == "van" && u.Capabilities.Contains("dog")));
        var (cars, vans) = (units.Count(u => u.Kind == "car"), units.Count(u => u.Kind == "van"));
        for (var c = 0; c <= carDogs; c++)
        {
            for (var v = 0; v <= vanDogs; v++)
                most = Math.Max(
                    most, Math.Min(needs[2].Count, c + v) + Math.Min(needs[0].Count, cars - c) + Math.Min(needs[1].Count, vans - v));
        }

        return most;
    }
}
