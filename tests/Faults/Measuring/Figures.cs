namespace Tocsin.Tests.Faults.Measuring;

/// <summary>
/// The least, the middle and the most of some times. The median of an even number is the lower of the middle two: a time that was measured.
/// </summary>
/// <param name="Min">The least.</param>
/// <param name="Median">The middle.</param>
/// <param name="Max">The most.</param>
/// <param name="Count">Of how many.</param>
public sealed record Figures(TimeSpan Min, TimeSpan Median, TimeSpan Max, int Count)
{
    /// <summary>Of these; null when there are none.</summary>
    public static Figures? Of(IEnumerable<TimeSpan?> times)
    {
        TimeSpan[] sorted = [.. times.OfType<TimeSpan>().Order()];
        return sorted.Length == 0 ? null : new Figures(sorted[0], sorted[(sorted.Length - 1) / 2], sorted[^1], sorted.Length);
    }
}
