namespace Tocsin.Tests.Load.Statistics;

/// <summary>The figures of one interval, in seconds; a negative interval counts in <see cref="Negative"/> and nowhere else.</summary>
public sealed record IntervalFigures(int Count, int Negative, double? Mean, double? P50, double? P90, double? P95)
{
    /// <summary>The figures of <paramref name="seconds"/>, in any order.</summary>
    public static IntervalFigures Of(IEnumerable<double> seconds)
    {
        var all = seconds.ToList();
        var kept = all.Where(s => s >= 0).Order().ToList();
        return new IntervalFigures(
            kept.Count,
            all.Count - kept.Count,
            kept.Count == 0 ? null : kept.Average(),
            NearestRank.Of(kept, 50),
            NearestRank.Of(kept, 90),
            NearestRank.Of(kept, 95));
    }
}
