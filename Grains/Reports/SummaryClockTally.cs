namespace Tocsin.Reports;

/// <summary>One of the three clocks, being counted.</summary>
/// <param name="bounds">Its bounds in seconds, rising.</param>
internal sealed class SummaryClockTally(IReadOnlyList<int> bounds)
{
    private const double MsPerSecond = 1000;

    private readonly int[] _counts = new int[bounds.Count + 1];
    private int _negative;
    private int _suspect;

    /// <summary>Counts a length where both ends are known.</summary>
    /// <param name="start">From.</param>
    /// <param name="end">To.</param>
    /// <param name="suspect">Whether an end of it lies before the assignment.</param>
    public void Add(DateTimeOffset? start, DateTimeOffset? end, bool suspect = false)
    {
        if (start is not { } s || end is not { } e)
            return;
        if (e < s)
        {
            _negative++;
            return;
        }

        if (suspect)
        {
            _suspect++;
            return;
        }

        var place = 0;
        while (place < bounds.Count && (e - s).TotalMilliseconds > bounds[place] * MsPerSecond)
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

        return new SummaryClock(count, _negative, buckets, _suspect);
    }

    private static double? Share(int part, int all) => all == 0 ? null : Math.Round((double)part / all, 4, MidpointRounding.AwayFromZero);
}
