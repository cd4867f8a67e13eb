namespace Tocsin.Tests.Load.Profiles;

/// <summary>
/// Calls about one event: the first when it happens, then as witnesses reach for their telephones, many at once and ever fewer: half of
/// them within a quarter of its time. One tanker fire drew more than 1,000 calls.
/// </summary>
public static class ClusterArrivals
{
    /// <summary>When in a run the event happens, as a share of its length.</summary>
    public const double HappensAfter = 0.2;

    /// <summary>For how much of the run people call about it.</summary>
    public const double Lasts = 0.5;

    /// <summary>The moments of <paramref name="count"/> calls in a run of <paramref name="duration"/>, ascending.</summary>
    public static IReadOnlyList<TimeSpan> Schedule(int count, TimeSpan duration, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);

        // The square of an even chance: the density is highest at its beginning.
        return [.. Enumerable.Range(0, count).Select(i => i == 0 ? 0 : Math.Pow(random.NextDouble(), 2)).Order()
            .Select(share => duration * (HappensAfter + (Lasts * share)))];
    }
}
