namespace Tocsin.Tests.Load.Profiles;

/// <summary>Arrivals that know nothing of one another: gaps are exponential, and the schedule never waits for answers.</summary>
public static class PoissonArrivals
{
    /// <summary>
    /// The arrivals at <paramref name="perSecond"/> within <paramref name="duration"/>, as offsets from the start, ascending.
    /// </summary>
    public static IEnumerable<TimeSpan> Schedule(double perSecond, TimeSpan duration, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        ArgumentNullException.ThrowIfNull(random);
        return Walk(perSecond, duration.TotalSeconds, random);
    }

    private static IEnumerable<TimeSpan> Walk(double perSecond, double seconds, Random random)
    {
        // 1 - NextDouble() is in (0, 1]: the logarithm of 0 is never taken.
        for (var at = -Math.Log(1 - random.NextDouble()) / perSecond; at < seconds; at += -Math.Log(1 - random.NextDouble()) / perSecond)
            yield return TimeSpan.FromSeconds(at);
    }
}
