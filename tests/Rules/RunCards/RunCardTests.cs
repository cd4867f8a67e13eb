using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Recommending;
using Tocsin.RunCards;

namespace Tocsin.Tests.Rules.RunCards;

/// <summary>Which card is for an incident, what it asks for up to an alarm, and which cards are impossible.</summary>
public class RunCardTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[113,36],[114,36],[114,37],[113,37],[113,36]]]}""";
    private const string Block = """{"type":"Polygon","coordinates":[[[113.4,36.4],"""
        + """[113.6,36.4],[113.6,36.6],[113.4,36.6],[113.4,36.4]]]}""";
    private static readonly GeoPoint Inside = new(36.5, 113.5);

    private static readonly RunCardPlan Any = DefaultCard.Plan with { Name = "any" };

    [Fact]
    public void None_fits_and_one_patrol_unit_goes()
    {
        var card = Choose([Card("fire", Any with { Categories = ["fire"] })]);
        Assert.Same(DefaultCard.Card, card);
        Assert.Equal(1, Assert.Single(RunCardNeeds.UpTo(card.Plan, 1)).Count);
    }

    [Fact]
    public void The_most_specific_goes_before_all_others_category_before_priority_before_map_before_station_before_class()
    {
        RunCard[] cards =
        [
            Card("all", Any),
            Card("class", Any with { AreaClass = AreaClass.City }),
            Card("station", Any with { Stations = ["north"] }),
            Card("map", Any with { Area = Square }),
            Card("block", Any with { Area = Block }),
            Card("priority", Any with { Priorities = [1, 2] }),
            Card("category", Any with { Categories = ["Theft"] }),
            Card("retired", Any with { Categories = ["theft"], Priorities = [2], Retired = true }),
        ];
        string[] order = ["category", "priority", "block", "map", "station", "class", "all", "default"];
        var left = cards.ToList();
        foreach (var id in order)
        {
            Assert.Equal(id, Choose(left).Id.Value);
            left.RemoveAll(c => c.Id.Value == id);
        }
    }

    [Theory]
    [InlineData("fire", 2, "north", AreaClass.City, true)]
    [InlineData("theft", 2, "north", AreaClass.City, false)]
    [InlineData("fire", 3, "north", AreaClass.City, false)]
    [InlineData("fire", 2, "south", AreaClass.City, false)]
    [InlineData("fire", 2, null, AreaClass.City, false)]
    [InlineData("fire", 2, "north", null, false)]
    public void Every_condition_must_hold(string category, int priority, string? station, AreaClass? area, bool fits)
    {
        var card = Card("c", Any with { Categories = ["fire"], Priorities = [1, 2], Stations = ["north"], AreaClass = AreaClass.City });
        Assert.Equal(fits, card.Fits(category, priority, station, area, null));
    }

    [Fact]
    public void A_card_with_an_area_is_for_no_place_outside_and_for_none_that_is_not_known()
    {
        var card = Card("c", Any with { Area = Block });
        Assert.True(card.Fits("x", 1, null, null, Inside));
        Assert.False(card.Fits("x", 1, null, null, new GeoPoint(36.1, 113.1)));
        Assert.False(card.Fits("x", 1, null, null, null));
    }

    [Fact]
    public void A_later_alarm_adds_to_those_before_it_and_needs_of_one_name_are_one()
    {
        var plan = Any with { Alarms = [new([Of("engine", 2), Of("chief", 1)]), new([Of("engine", 3), Of("truck", 1)])] };
        Assert.Equal(["engine 2", "chief 1"], Counts(plan, 1));
        Assert.Equal(["engine 5", "chief 1", "truck 1"], Counts(plan, 2));
        Assert.Equal(["engine 5", "chief 1", "truck 1"], Counts(plan, 9));
    }

    public static TheoryData<string, RunCardPlan> Faults => new()
    {
        { "priorities", Any with { Priorities = [5] } },
        { "priorities", Any with { Priorities = [1, 1] } },
        { "foreignSeconds", Any with { ForeignSeconds = -1 } },
        { "foreignSeconds", Any with { ForeignSeconds = RunCardPlan.MaxForeignSeconds + 1 } },
        { "alarms", Any with { Alarms = [] } },
        { "alarms", Any with { Alarms = [new([Of("a", 30)]), new([Of("a", 21)])] } },
        { "alarms[0].needs[0].count", Any with { Alarms = [new([Of("a", 0)])] } },
        { "alarms[1].needs[0].name", Any with { Alarms = [new([Of("a", 1)]), new([Of("a", 1) with { Kinds = ["van"] }])] } },
        { "questions", Any with { Questions = [.. Enumerable.Repeat(new RunCardQuestion("?", []), RunCardPlan.MaxQuestions + 1)] } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named(string field, RunCardPlan plan) => Assert.Equal([field], RunCardFaults.Find(plan).Select(f => f.Field));

    [Fact]
    public void The_default_is_possible_and_a_card_is_the_same_as_its_copy()
    {
        Assert.Empty(RunCardFaults.Find(DefaultCard.Plan));
        var card = Any with { Area = Square, Questions = [new("Anybody hurt?", ["yes", "no"])] };
        Assert.True(RunCardSame.Are(
            card,
            card with
            {
                Alarms = [new([.. card.Alarms[0].Needs])],
                Area = Square.Replace(",", ", ", StringComparison.Ordinal),
                Questions = [new("Anybody hurt?", ["yes", "no"])],
            }));
        Assert.False(RunCardSame.Are(card, card with { Questions = [new("Anybody hurt?", ["yes"])] }));
        Assert.False(RunCardSame.Are(card, card with { Alarms = [new([Of("patrol", 2)])] }));
    }

    private static RunCardNeed Of(string name, int count) => new(name, [], [], count, NeedScope.Any);

    private static string[] Counts(RunCardPlan plan, int alarm) => [.. RunCardNeeds.UpTo(plan, alarm).Select(n => $"{n.Name} {n.Count}")];

    private static RunCard Card(string id, RunCardPlan plan) => RunCard.Of(RunCardId.Of(id), plan, 1);

    private static RunCard Choose(IEnumerable<RunCard> cards) => RunCardChoice.Of(cards, "theft", 2, "north", AreaClass.City, Inside);
}
