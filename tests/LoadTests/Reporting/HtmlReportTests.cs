using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tocsin.Tests.Load.Reporting;
using Tocsin.Tests.Load.Results;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Reporting;

/// <summary>The report for people: whole, by itself, and true to the result.</summary>
public sealed class HtmlReportTests
{
    private const string Evil = "<script>alert('x')</script>\"&";

    [Fact]
    public void The_verdict_comes_first_and_what_fails_before_what_holds()
    {
        var page = HtmlReport.Text([SmallResult.Good with { Failed = 5, Errors = [new CodeCount("ring", "unavailable", 5)] }]);

        Assert.Contains("not within limits", page, StringComparison.Ordinal);
        Assert.True(
            page.IndexOf("failed requests", StringComparison.Ordinal) < page.IndexOf("p99 of all commands", StringComparison.Ordinal));
        Assert.True(page.IndexOf("Verdict", StringComparison.Ordinal) < page.IndexOf("What was run", StringComparison.Ordinal));
        Assert.Contains("unavailable", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_a_result_says_is_escaped()
    {
        var good = SmallResult.Good;
        var page = HtmlReport.Text([good with
        {
            Server = Evil,
            CommandLine = Evil,
            Profile = good.Profile with { Name = Evil, Description = Evil },
            Machine = good.Machine with { Processor = Evil },
            Errors = [new CodeCount(Evil, Evil, 1)],
            Processes = [new ProcessFigures(1, Evil, 1, 1, true)],
            Commands = [.. good.Commands.Select(c => c with { Name = Evil })],
            Slots = [new LatencySlot(1, [new KindSlot(Evil, 1, 1, 1, 1)]), new LatencySlot(2, [new KindSlot(Evil, 1, 1, 1, 1)])],
        }]);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert('x')", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_no_network_and_no_script()
    {
        var page = HtmlReport.Text([SmallResult.Good]);

        Assert.DoesNotMatch(new Regex("""(src|href)\s*=|@import|url\("""), page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_is_a_drawing_that_can_be_read_without_seeing_it()
    {
        var page = HtmlReport.Text([SmallResult.Good]);

        var body = XElement.Parse(
            Regex.Match(page, "<main>.*</main>", RegexOptions.Singleline).Value.Replace("&nbsp;", " ", StringComparison.Ordinal));
        var figures = body.Descendants("figure").ToList();
        Assert.True(figures.Count >= 9, $"{figures.Count} charts");
        Assert.All(figures, f => Assert.NotEmpty(f.Element("svg")!.Attribute("aria-label")!.Value));
        Assert.All(figures.Where(f => f.Attribute("class") is null), f => Assert.NotEmpty(f.Descendants("td")));
        Assert.All(figures, f => Assert.NotEmpty(f.Descendants("title")));
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_nothing_happened_has_a_page_too()
    {
        var book = new Load.Measuring.LatencyBook();
        var (latency, service) = book.Whole();

        var page = HtmlReport.Text([SmallResult.Good with
        {
            All = new KindFigures("all", latency, service),
            Commands = [],
            Samples = [],
            Slots = [],
            Processes = [],
            CommandsInTime = 0,
        }]);

        Assert.Contains("not within limits", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_results_stand_side_by_side_with_ratios()
    {
        var twice = SmallResult.Good with { Stories = SmallResult.Good.Stories with { Calls = 1_500 }, Server = "0.2.0" };

        var page = HtmlReport.Text([SmallResult.Good, twice]);

        Assert.Contains("<tr><th>calls/s</th><td>75</td><td>150 (x 2.00)</td></tr>", page, StringComparison.Ordinal);
        Assert.Contains("0.2.0", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_many_points_loses_no_peak()
    {
        var chart = new Chart(
            "t",
            "n",
            new Axis("s", 0, 1_000),
            Axis.Linear("ms", 900),
            [new Series("p99", [.. Enumerable.Range(1, 1_000).Select(i => ((double)i, i == 333 ? 900.0 : 1))])]);

        var rows = ChartTable.Rows(chart);

        Assert.InRange(rows.Count, 20, ChartTable.RowsMax);
        Assert.Single(rows, r => r.Values[0] == 900);
    }

    [Theory]
    [InlineData(0.9, false, 0.2, 5)]
    [InlineData(74, false, 20, 4)]
    [InlineData(430, true, 10, 4)]
    public void Axes_have_a_few_round_ticks_and_hold_their_values(double most, bool isLog, double second, int ticks)
    {
        var axis = isLog ? Axis.Log("ms", 1, most) : Axis.Linear("ms", most);

        Assert.Equal(second, axis.Ticks().ElementAt(1), 9);
        Assert.True(axis.Most >= most);
        Assert.InRange(axis.Ticks().Count(), ticks, ticks + 1);
        Assert.Equal((0, 1), (axis.Share(axis.Least), axis.Share(axis.Most)));
    }

    [Fact]
    public void Figures_are_written_alike_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var here = HtmlReport.Text([SmallResult.Good]);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal(here, HtmlReport.Text([SmallResult.Good]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
