namespace Tocsin.Reports;

/// <summary>One of the three clocks, being counted.</summary>
/// <param name="bounds">Its bounds in seconds, rising.</param>
internal sealed class SummaryClockTally(IReadOnlyList<int> bounds)
{
    private const double MsPerSecond = 1000;

    private readonly IntervalCounts _states = new();
    private readonly int[] _counts = new int[bounds.Count + 1];

    /// <summary>Counts one that began; its length where both ends are known.</summary>
    public void Add(in ReportSpan span, ReportTarget? target, DateTimeOffset now)
    {
        var state = span.StateAt(now, target);
        _states.Add(state);
        if (state != IntervalState.Measured)
            return;
        var place = 0;
        while (place < bounds.Count && span.LengthAt(now).TotalMilliseconds > bounds[place] * MsPerSecond)
            place++;
        _counts[place]++;
    }

    /// <summary>The figures.</summary>
    public SummaryClock Build()
    {
        var count = _counts.Sum();
        var buckets = new SummaryBucket[_counts.Length];
        for (var (i, within) = (0, 0); i < buckets.Length; i++)
        {
            within += _counts[i];
            buckets[i] = new SummaryBucket(i < bounds.Count ? bounds[i] : null, _counts[i], Share(_counts[i], count), Share(within, count));
        }

        return new SummaryClock(
            count,
            _states[IntervalState.Negative],
            buckets,
            _states[IntervalState.Never],
            _states[IntervalState.Open],
            _states[IntervalState.Suspect]);
    }

    private static double? Share(int part, int all) => all == 0 ? null : Math.Round((double)part / all, 4, MidpointRounding.AwayFromZero);
}
