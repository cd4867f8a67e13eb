namespace Tocsin.Tests.Faults.Measuring;

/// <summary>Judges the repeats of one fault.</summary>
public static class Verdict
{
    /// <summary>From so many repeats on a median is judged; fewer are judged by the most alone.</summary>
    public const int MedianFrom = 3;

    /// <summary>What did not hold; nothing when all did.</summary>
    public static IReadOnlyList<string> Of(FaultLimits limits, IReadOnlyList<FaultResult> results)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(results);
        var missed = new List<string>();
        var gaps = Figures.Of(results.Select(r => (TimeSpan?)r.WorstGap)) ?? throw new ArgumentException(
            "Nothing was measured.", nameof(results));
        if (results.Count >= MedianFrom)
            Limit("the median of the worst gaps", gaps.Median, limits.WorstGapMedian);
        Limit("the worst gap", gaps.Max, limits.WorstGapMax);
        Limit("the latest clock", results.Max(r => r.LatestClock), limits.ClockWithin);
        Limit("the way back", results.Max(r => r.Back), limits.BackWithin);
        foreach (var r in results)
        {
            None(r, "commands failed", limits.FailedMax is { } most && r.Failed > most ? r.Failed : 0);
            None(r, "acknowledged events are lost", r.Lost);
            None(r, "events are there twice", r.DoneTwice);
            None(
                r,
                "healthy silos were voted out",
                limits.FalseEvictionsMax is { } evictions && r.FalseEvictions > evictions ? r.FalseEvictions.Value : 0);
            None(r, "commands were acknowledged in all: the load was not on", r.Acknowledged == 0 ? 1 : 0);
            missed.AddRange(r.Problems.Select(p => $"run {r.Number + 1}: {p}"));
        }

        return missed;

        void Limit(string what, TimeSpan measured, TimeSpan? most)
        {
            if (most is { } limit && measured > limit)
                missed.Add($"{what} was {measured.TotalSeconds:0.00} s, the limit is {limit.TotalSeconds:0.00} s");
        }

        void None(FaultResult r, string what, int count)
        {
            if (count > 0)
                missed.Add($"run {r.Number + 1}: {count} {what}");
        }
    }
}
