using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Projections;
using Tocsin.Reports;
using Tocsin.Settings;

namespace Tocsin.Tests.Rules.Reports;

/// <summary>What a summary says, figure by figure.</summary>
public class SummaryTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void A_year_has_its_twelve_months_with_their_days_also_those_in_which_nothing_came_in()
    {
        var year = Summary(SummaryBy.Month, Local(1, 1), Local(1, 1, year: 2026), b => b.Add(Call(Local(3, 31, 23))));
        Assert.Equal([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], year.Groups.Select(g => g.Figures.Days));
        Assert.Equal(("2025-01", "2025-12", 365), (year.Groups[0].Key, year.Groups[^1].Key, year.Total.Days));
        Assert.Equal("2025-03", year.Groups.Single(g => g.Figures.Calls.Count > 0).Key);
    }

    [Fact]
    public void A_day_is_one_of_the_centres_zone_and_averages_go_over_those_that_lie_in_the_interval()
    {
        var days = Summary(SummaryBy.Day, Local(1, 1), Local(1, 5), b =>
        {
            b.Add(Call(Local(1, 1)));
            b.Add(Call(Local(1, 4, 23)));
            b.Add(Call(Local(1, 4, 22)));
        });
        Assert.Equal(
            [("2025-01-01", 1), ("2025-01-02", 0), ("2025-01-03", 0), ("2025-01-04", 2)],
            days.Groups.Select(g => (g.Key, g.Figures.Calls.Count)));
        Assert.Equal((2, 0.75), (days.Groups[3].Figures.Calls.PerDay, days.Total.Calls.PerDay));
    }

    [Fact]
    public void Two_parts_of_a_month_are_two_groups_of_their_own_days()
    {
        var summary = Summary(SummaryBy.Month, Local(1, 31), Local(2, 2), _ => { });
        Assert.Equal([("2025-01", 1), ("2025-02", 1)], summary.Groups.Select(g => (g.Key, g.Figures.Days)));
    }

    [Fact]
    public void What_has_no_station_is_a_group_without_key_behind_the_others()
    {
        var summary = Summary(SummaryBy.Station, Local(1, 1), Local(1, 3), b =>
        {
            b.Add(Call(Local(1, 1)));
            b.Add(Call(Local(1, 1), "incident", "west"));
            b.Add(Incident("a", "theft") with { Station = "east" });
        });
        Assert.Equal(
            [("east", 0, 1), ("west", 1, 0), (null, 1, 0)],
            summary.Groups.Select(g => (g.Key, g.Figures.Calls.Count, g.Figures.Incidents.Count)));
        Assert.All(summary.Groups, g => Assert.Equal(2, g.Figures.Days));
        Assert.DoesNotContain(
            Summary(SummaryBy.Station, Local(1, 1), Local(1, 3), b => b.Add(Incident("a", "theft") with { Station = "east" })).Groups,
            g => g.Key is null);
    }

    [Fact]
    public void All_eight_dispositions_are_named_and_what_has_none_is_counted()
    {
        var calls = Total(b =>
        {
            b.Add(Call(Local(1, 1), "nuisance"));
            b.Add(Call(Local(1, 1), "nuisance"));
            b.Add(Call(Local(1, 1)));
        }).Calls;
        Assert.Equal((3, 1, 2), (calls.Count, calls.Undisposed, calls.Dispositions["nuisance"]));
        Assert.Equal(
            ["incident", "duplicate", "inquiry", "nuisance", "falseReport", "abandoned", "transferred", "test"], calls.Dispositions.Keys);
    }

    [Fact]
    public void Help_is_completed_and_a_dispute_resolved_when_it_is_closed()
    {
        var figures = Total(b =>
        {
            b.Add(Incident("a", "群众求助-开锁") with { Open = false });
            b.Add(Incident("b", "群众求助-走失"));
            b.Add(Incident("c", "家庭纠纷"));
            b.Add(Incident("d", "Neighbour dispute") with { Open = false });
            b.Add(Incident("e", "theft") with { Open = false });
        });
        Assert.Equal((1, 1, 1), (figures.HelpCompleted, figures.DisputesOpen, figures.DisputesResolved));
        Assert.Equal([new SummaryClass("dispute", 2, 1), new("help", 2, 1), new("other", 1, 0)], figures.Incidents.Classes);
        Assert.Equal((5, 2), (figures.Incidents.Count, figures.Incidents.Open));
    }

    [Fact]
    public void The_three_clocks_hold_their_upper_bound_and_say_which_share_was_within()
    {
        var clock = Total(b =>
        {
            foreach (var seconds in new[] { 30, 31, 60, 181, -1 })
                b.Add(Response(seconds));
        }).Clocks.Acknowledge;
        Assert.Equal((4, 1), (clock.Count, clock.Negative));
        Assert.Equal(
            [
                new SummaryBucket(30, 1, 0.25, 0.25), new(60, 2, 0.5, 0.75), new(120, 0, 0, 0.75), new(180, 0, 0, 0.75),
                new(null, 1, 0.25, 1),
            ],
            clock.Buckets);
        Assert.All(Total(_ => { }).Clocks.Feedback.Buckets, b => Assert.Equal((0, null, null), (b.Count, b.Share, b.Within)));
    }

    [Fact]
    public void Results_are_summed_word_by_word_exactly_and_never_endless()
    {
        var results = Total(b =>
        {
            b.Add(Feedback("""{"results":{"arrests":2,"挽回损失":0.1}},{"results":{"arrests":1}},{"results":{}}"""));
            b.Add(Feedback("""{"results":{"挽回损失":0.2,"vast":1.7e308}}"""));
            b.Add(Feedback("""{"results":{"vast":1.7e308}}"""));
        }).Results;
        Assert.Equal([new("arrests", 3), new("vast", 2e15), new("挽回损失", 0.3)], results.ToList());
    }

    [Fact]
    public void Beyond_the_limits_the_largest_are_shown_and_the_others_counted()
    {
        var total = Total(b =>
        {
            for (var i = 0; i < 203; i++)
                b.Add(Incident($"i{i}", $"category {i:000}"));
            b.Add(Incident("twice", "category 202"));
            b.Add(Feedback("{\"results\":{" + string.Join(',', Enumerable.Range(0, 104).Select(i => $"\"word {i:000}\":{i}")) + "}}"));
        });
        Assert.Equal(
            (200, 3, "category 202", 2),
            (
                total.Incidents.Categories.Count,
                total.Incidents.MoreCategories,
                total.Incidents.Categories[0].Category,
                total.Incidents.Categories[0].Count));
        Assert.Equal((100, 4, "word 004"), (total.Results.Count, total.MoreResults, total.Results.Keys.First()));

        var stations = Summary(SummaryBy.Station, Local(1, 1), Local(1, 2), b =>
        {
            for (var i = 0; i < 1002; i++)
                b.Add(Incident($"i{i}", "theft") with { Station = $"s{i}" });
            b.Add(Incident("none", "theft"));
        });
        Assert.Equal(
            (1001, 2, 1003, null), (stations.Groups.Count, stations.MoreGroups, stations.Total.Incidents.Count, stations.Groups[^1].Key));
    }

    [Theory]
    [InlineData("help", "help")]
    [InlineData("Assist citizen", "help")]
    [InlineData("helplessness", "other")]
    [InlineData("矛盾纠纷", "dispute")]
    [InlineData("Domestic DISPUTE", "dispute")]
    [InlineData("盗窃", "other")]
    public void The_presets_class_both_languages(string category, string expected) =>
        Assert.Equal(expected, CategoryClasses.Default.Of(category));

    [Fact]
    public void Of_several_patterns_the_one_with_most_letters_decides()
    {
        var classes = new CategoryClasses(new Dictionary<string, IReadOnlyList<string>>
        {
            ["traffic"] = ["交通*"],
            ["dispute"] = ["*纠纷*"],
            ["b"] = ["*事故"],
            ["a"] = ["*故*"],
        });
        Assert.Equal(["dispute", "traffic", "b", "a"], new[] { "劳资纠纷", "交通肇事", "火灾事故", "故意伤害" }.Select(classes.Of));
        Assert.Equal("b", classes.Of("交通事故"));
        Assert.Equal(["a", "b", "dispute", "other", "traffic"], classes.Names);
    }

    private static DateTimeOffset Local(int month, int day, int hour = 0, int year = 2025) =>
        new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    private static ReportedCall Call(DateTimeOffset at, string? kind = null, string? station = null) => new(at, kind, station);

    private static IncidentRow Incident(string id, string category) =>
        new(IncidentId.Of(id), id, true, category, 2, null, false, Local(1, 1), null, null, null, null, null, null, null, "");

    private static ReportedResponse Response(int seconds) => new(
        new ResponseRow(
            IncidentId.Of("a"), 0, UnitId.Of("u"), null, false, Local(1, 1), Local(1, 1).AddSeconds(seconds), null, null, null, null),
        Local(1, 1),
        "theft",
        2,
        null);

    private static ProjectedRow Feedback(string given) => new(Local(1, 1), null, $$"""{"id":"a","feedback":[{{given}}]}""");

    private static SummaryFigures Total(Action<SummaryBuilder> add) => Summary(SummaryBy.Month, Local(1, 1), Local(2, 1), add).Total;

    private static SummaryReport Summary(SummaryBy by, DateTimeOffset from, DateTimeOffset to, Action<SummaryBuilder> add)
    {
        var builder = new SummaryBuilder(from, to, by, Shanghai, CategoryClasses.Default, to);
        add(builder);
        return builder.Build();
    }
}
