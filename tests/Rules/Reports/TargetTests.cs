using Tocsin.Clocks;
using Tocsin.Journal;
using Tocsin.Reports;
using Tocsin.Tests.Rules.Clocks;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Clocks.ClockDay;

namespace Tocsin.Tests.Rules.Reports;

/// <summary>Reports measure each interval by the limit of the policy that its incident keeps.</summary>
public class TargetTests
{
    private static readonly TimingPolicy Measured = Policy(
        Row(ClockStage.Assign, 60) with { Buckets = [30, 60] },
        Row(ClockStage.Acknowledge, 30),
        Row(ClockStage.Arrive, 300) with { From = ClockFrom.EnRoute },
        Row(ClockStage.Arrive, 900) with { Priority = 1, From = ClockFrom.Received });

    [Fact]
    public void A_row_keeps_the_limits_of_its_policy_for_its_priority()
    {
        var centre = ClockDay.At(0, "", Measured);
        Assert.Equal(
            """{"processing":{"seconds":60,"buckets":[30,60]},"acknowledge":"""
                + """{"seconds":30,"buckets":[]},"travel":{"seconds":300,"buckets":[]}}""",
            RowOf(centre).Targets);
        Say(centre, "high@10");
        Assert.Equal(
            """{"processing":{"seconds":60,"buckets":[30,60]},"response":"""
                + """{"seconds":900,"buckets":[]},"acknowledge":{"seconds":30,"buckets":[]}}""",
            RowOf(centre).Targets);
    }

    [Fact]
    public void Without_a_policy_nothing_is_measured() => Assert.Null(RowOf(Ready()).Targets);

    [Fact]
    public void Within_is_the_share_of_those_that_have_a_limit_and_the_limit_itself_is_within()
    {
        var figures = Figures((60_000, new ReportTarget(60, [])), (60_001, new ReportTarget(60, [])), (5_000, new ReportTarget(60, [])));
        Assert.Equal((60d, 0.6667), ((double?)figures.Target, figures.WithinTarget));
        Assert.Empty(figures.Buckets);
    }

    [Fact]
    public void Different_limits_are_each_measured_by_its_own_and_none_is_shown()
    {
        var figures = Figures((60_000, new ReportTarget(60, [])), (60_000, new ReportTarget(30, [])), (1_000, null));
        Assert.Null(figures.Target);
        Assert.Equal(0.5, figures.WithinTarget);
    }

    [Fact]
    public void Where_nobody_has_a_limit_there_is_neither_target_nor_share()
    {
        var figures = Figures((60_000, null));
        Assert.Null(figures.Target);
        Assert.Null(figures.WithinTarget);
        Assert.Null(Figures().WithinTarget);
    }

    [Fact]
    public void Buckets_hold_their_upper_bound_and_the_last_holds_the_rest()
    {
        var target = new ReportTarget(60, [30, 60]);
        Assert.Equal(
            [new BucketView(30, 2), new BucketView(60, 1), new BucketView(null, 1)],
            Figures((0, target), (30_000, target), (30_001, target), (60_001, target)).Buckets);
    }

    [Fact]
    public void Where_bounds_differ_those_that_most_are_measured_by_count_all()
    {
        var (often, once) = (new ReportTarget(60, [30]), new ReportTarget(60, [10, 20]));
        Assert.Equal([new BucketView(30, 2), new BucketView(null, 1)], Figures((15_000, once), (15_000, often), (45_000, often)).Buckets);
    }

    [Fact]
    public void A_report_measures_incidents_and_assignments()
    {
        var centre = ClockDay.At(900, "+1@45 ack1@80 go1@90 there1@300", Measured);
        var report = new ResponseTimesBuilder(Centre.Start, Centre.Start.AddDays(1), GroupBy.Priority, TimeZoneInfo.Utc, Centre.Start);
        var row = RowOf(centre);
        report.Add(row);
        report.Add(new ReportedResponse(
            centre.Written.SelectMany(r => r.Responses).Last(), row.ReceivedAt, row.Category, row.Priority, row.Targets));
        var intervals = report.Build().Total.Intervals;
        Assert.Equal(
            (1d, 0d, 1d, null),
            (
                intervals.Processing.WithinTarget,
                intervals.Acknowledge.WithinTarget,
                intervals.Travel.WithinTarget,
                intervals.Response.WithinTarget));
        Assert.Equal([0, 1, 0], intervals.Processing.Buckets.Select(b => b.Count));
    }

    private static IncidentRow RowOf(Centre centre) => centre.Written.SelectMany(r => r.Incidents).Last(r => r.Id == A);

    private static IntervalView Figures(params (int Ms, ReportTarget? Target)[] lengths)
    {
        var figures = new IntervalFigures();
        foreach (var (ms, target) in lengths)
            figures.Add(new ReportSpan(Centre.Start, Centre.Start.AddMilliseconds(ms), null), target, Centre.Start);
        return figures.Build();
    }
}
