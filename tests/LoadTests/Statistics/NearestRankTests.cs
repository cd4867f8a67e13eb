using Tocsin.Tests.Load.Replay.Comparing;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.Load.Statistics;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Statistics;

/// <summary>The figures of a report, reckoned apart from any server.</summary>
public sealed class NearestRankTests
{
    [Theory]
    [InlineData(1, 95, 1)]
    [InlineData(20, 95, 19)]
    [InlineData(21, 95, 20)]
    [InlineData(10, 50, 5)]
    [InlineData(11, 50, 6)]
    [InlineData(100, 90, 90)]
    [InlineData(101, 90, 91)]
    public void The_percentile_is_the_ceiling_of_its_share_of_the_count(int count, int percent, int rank) =>
        Assert.Equal(rank, NearestRank.Of([.. Enumerable.Range(1, count).Select(i => (double)i)], percent));

    [Fact]
    public void Of_nothing_there_is_no_percentile() => Assert.Null(NearestRank.Of([], 50));

    [Fact]
    public void A_negative_interval_counts_as_negative_and_nowhere_else() =>
        Assert.Equal(new IntervalFigures(2, 1, 20, 10, 30, 30), IntervalFigures.Of([10, -5, 30]));

    [Fact]
    public void The_shipped_day_has_the_figures_that_were_reckoned_from_it_by_other_means()
    {
        var day = ReportFigures.Of(ReportCheck.OfFile(Planner.Plan(ShippedDay.Read().Rows, TimeProvider.System.GetUtcNow())));

        Assert.Equal((539, 1166), (day.Incidents, day.Responses));
        Assert.Equal((539, 122d, 341d, 499d), Of("processing"));
        Assert.Equal((517, 392d, 975d, 1249d), Of("response"));
        Assert.Equal((1124, 48d, 124d, 163d), Of("turnout"));
        Assert.Equal((935, 208d, 670d, 856d), Of("travel"));
        Assert.Equal(163.567718, day.Intervals["processing"].Mean!.Value, 6);

        (int, double?, double?, double?) Of(string name) =>
            (day.Intervals[name].Count, day.Intervals[name].P50, day.Intervals[name].P90, day.Intervals[name].P95);
    }
}
