using System.Text.Json;
using System.Text.Json.Nodes;
using Tocsin.Tests.Load.Year;
using Tocsin.Tests.Load.Year.Planning;
using Tocsin.Tests.Load.Year.Reckoning;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Year;

/// <summary>The comparison of a year's summary must find whatever a server got wrong, in the total and in each group.</summary>
public sealed class SummaryComparisonTests
{
    private static readonly YearPlan Plan = YearPlanner.Plan(YearCounts.Of(0.002), 2023, TimeZoneInfo.Utc, 5, "u");

    [Theory]
    [InlineData("month", 12)]
    [InlineData("day", 365)]
    [InlineData("station", 5)]
    public void A_right_summary_has_no_difference(string by, int groups)
    {
        var summary = YearSummary.Of(Plan, by);

        var (compared, differences) = SummaryComparison.Compare(summary, Element(SummaryText.Of(summary)));

        Assert.Empty(differences);
        Assert.True(compared > groups * 50);
        Assert.InRange(summary.Groups.Count, groups, groups + 1);
    }

    [Fact]
    public void Each_figure_that_is_off_by_one_is_found_and_nothing_else()
    {
        var summary = YearSummary.Of(Plan, "month");
        var report = SummaryText.Of(summary);
        var found = 0;
        foreach (var (where, figures) in new[] { ("month, total", report["total"]!), ("month 2023-03", report["groups"]![2]!["figures"]!) })
        {
            foreach (var (holder, name) in Numbers(figures).ToList())
            {
                var right = holder[name]!.GetValue<decimal>();
                holder[name] = right + 1;
                Assert.Equal(where, Assert.Single(SummaryComparison.Compare(summary, Element(report)).Differences).Where);
                holder[name] = right;
                found++;
            }
        }

        Assert.True(found > 120);
    }

    [Fact]
    public void A_share_that_is_off_in_its_fourth_decimal_is_found()
    {
        var summary = YearSummary.Of(Plan, "station");
        var report = SummaryText.Of(summary);
        var bucket = report["total"]!["clocks"]!["travel"]!["buckets"]![0]!;
        bucket["within"] = bucket["within"]!.GetValue<decimal>() + 0.000_2m;

        Assert.StartsWith(
            "clocks.travel.buckets",
            Assert.Single(SummaryComparison.Compare(summary, Element(report)).Differences).Name,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_is_missing_or_that_nobody_made_is_found()
    {
        var summary = YearSummary.Of(Plan, "station");
        var (less, more) = (SummaryText.Of(summary), SummaryText.Of(summary));
        less["groups"]!.AsArray().RemoveAt(1);
        var strange = more["groups"]![0]!.DeepClone();
        strange["key"] = "elsewhere";
        more["groups"]!.AsArray().Insert(0, strange);

        Assert.Equal("groups", Assert.Single(SummaryComparison.Compare(summary, Element(less)).Differences).Name);
        Assert.Equal("groups", Assert.Single(SummaryComparison.Compare(summary, Element(more)).Differences).Name);
    }

    [Fact]
    public void A_figure_that_is_missing_and_one_that_nobody_put_in_are_found()
    {
        var summary = YearSummary.Of(Plan, "month");
        var report = SummaryText.Of(summary);
        var results = report["total"]!["results"]!.AsObject();
        results.Remove("arrests");
        results["strange"] = 3;

        Assert.Equal(
            [("results.arrests", "1", "nothing"), ("results.strange", "nothing", "3")],
            SummaryComparison.Compare(summary, Element(report)).Differences.Select(d => (d.Name, d.PutIn, d.Reported)).Order());
    }

    [Fact]
    public void Groups_add_up_to_the_total_and_drills_stand_in_neither()
    {
        foreach (var by in YearSummary.Ways)
        {
            var summary = YearSummary.Of(Plan, by);
            foreach (var name in new[] { "calls.count", "incidents.count", "helpCompleted", "results.arrests", "clocks.acknowledge.count" })
                Assert.Equal(
                    summary.Total[name].Value, summary.Groups.Sum(g => g.Figures.TryGetValue(name, out var figure) ? figure.Value : 0));
        }

        Assert.Equal(YearCounts.Of(0.002).Suspects, YearSummary.Of(Plan, "month").Total["results.arrests"].Value);
    }

    [Fact]
    public void A_length_counts_in_the_bucket_whose_bound_it_is_and_a_negative_one_nowhere()
    {
        var clock = new ClockCount("acknowledge", 30, 60);
        foreach (var seconds in new[] { -1, 0, 30, 31, 60, 61 })
            clock.Add(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(seconds));
        clock.Add(DateTimeOffset.UnixEpoch, null);

        var figures = clock.Figures().ToDictionary(f => f.Name["clocks.acknowledge.".Length..], f => f.Figure.Value);

        Assert.Equal((5m, 1m), (figures["count"], figures["negative"]));
        Assert.Equal((2m, 2m, 1m), (figures["buckets[30].count"], figures["buckets[60].count"], figures["buckets[null].count"]));
        Assert.Equal((0.4m, 0.8m, 1m), (figures["buckets[30].within"], figures["buckets[60].within"], figures["buckets[null].within"]));
    }

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    // What tells a list's items apart is their name, and no figure.
    private static IEnumerable<(JsonObject Holder, string Name)> Numbers(JsonNode node) => node switch
    {
        JsonObject thing => thing.SelectMany(p => p.Value is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? p.Key == "upTo" ? [] : [(thing, p.Key)]
            : p.Value is null ? [] : Numbers(p.Value)),
        JsonArray list => list.SelectMany(item => Numbers(item!)),
        _ => [],
    };
}
