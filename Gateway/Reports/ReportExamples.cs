using Tocsin.Calls;
using Tocsin.Examples;
using Tocsin.Text;

namespace Tocsin.Reports;

/// <summary>The examples of the reports.</summary>
internal static class ReportExamples
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly IntervalsView Intervals = new(
        new IntervalView(1_200, 0, 131.204, 111, 256, 341, null, null, []),
        new IntervalView(1_164, 1, 408.77, 372, 655, 812, null, null, []),
        new IntervalView(2_480, 0, 14.3, 11, 27, 38, 30, 0.8931, [new BucketView(30, 2_306), new BucketView(null, 174)], 106, 2),
        new IntervalView(2_431, 0, 61.9, 55, 104, 137, null, null, []),
        new IntervalView(2_377, 2, 301.4, 262, 540, 688, 600, 0.91, [new BucketView(600, 2_163), new BucketView(null, 214)]),
        new IntervalView(2_102, 0, 1_840.2, 1_512, 3_480, 4_260, null, null, []));

    private static readonly SummaryFigures Figures = new(
        Days: 31,
        new SummaryCalls(2_940, 94.84, Dispositions(), 12),
        new SummaryIncidents(
            1_200,
            38.71,
            9,
            2_588,
            new Dictionary<string, int> { ["1"] = 96, ["2"] = 512, ["3"] = 420, ["4"] = 172 },
            [new SummaryClass("dispute", 310, 4), new SummaryClass("help", 402, 1), new SummaryClass("other", 488, 4)],
            [new SummaryCategory("盗窃", "other", 204, 3)],
            37),
        HelpCompleted: 401,
        DisputesOpen: 4,
        DisputesResolved: 306,
        new Dictionary<string, double> { ["arrests"] = 58, ["rescued"] = 21 },
        MoreResults: 0,
        new SummaryClocks(
            new SummaryClock(2_480, 0, [new SummaryBucket(30, 2_306, 0.9298, 0.9298), new SummaryBucket(null, 174, 0.0702, 1)]),
            new SummaryClock(2_377, 2, [new SummaryBucket(300, 1_462, 0.6151, 0.6151), new SummaryBucket(null, 915, 0.3849, 1)]),
            new SummaryClock(2_102, 0, [new SummaryBucket(1_800, 1_289, 0.6132, 0.6132), new SummaryBucket(null, 813, 0.3868, 1)])));

    /// <summary>Response times by priority.</summary>
    public static ResponseTimesReport ResponseTimes { get; } = new(
        From,
        To,
        GroupBy.Priority,
        "Asia/Shanghai",
        [new GroupView("2", 1_200, 2_588, Intervals)],
        new TotalView(1_200, 2_588, Intervals));

    /// <summary>An assignment that nobody signed for.</summary>
    public static ReportedIntervalView Interval { get; } = new(
        ExampleScene.IncidentId,
        "260131-0042",
        "盗窃",
        Priority: 2,
        ExampleScene.ReceivedAt,
        ExampleScene.UnitId,
        ExampleScene.Station,
        IntervalState.Never,
        ExampleScene.ReceivedAt.AddSeconds(40),
        EndedAt: null,
        Seconds: 655,
        Target: 30,
        WithinTarget: false);

    /// <summary>The summary of a month.</summary>
    public static SummaryReport Summary { get; } = new(
        From,
        To,
        SummaryBy.Month,
        "Asia/Shanghai",
        [new SummaryGroup("2026-01", Figures)],
        MoreGroups: 0,
        Figures);

    private static Dictionary<string, int> Dispositions() =>
        Enum.GetValues<DispositionKind>().ToDictionary(EnumNames.NameOf, kind => 200 + (int)kind);
}
