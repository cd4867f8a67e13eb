namespace Tocsin.Tests.Load.Statistics;

/// <summary>Percentiles by nearest rank, as the report defines them: the ceil(NN/100 x count)-th smallest.</summary>
public static class NearestRank
{
    /// <summary>The <paramref name="percent"/>-th percentile (1..100) of values in ascending order; null of none.</summary>
    public static double? Of(IReadOnlyList<double> ascending, int percent)
    {
        ArgumentNullException.ThrowIfNull(ascending);
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);

        // Whole numbers: 0.95 * 20 is a hair above 19 in floating point, and the hair would move the rank.
        return ascending.Count == 0 ? null : ascending[(int)((((long)percent * ascending.Count) + 99) / 100) - 1];
    }
}
