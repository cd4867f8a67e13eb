namespace Tocsin.Tests.Load.Profiles;

/// <summary>
/// Arrivals that know nothing of one another, at a rate that is itself a matter of chance: calm, and now and then a burst (a Poisson
/// process that is modulated by a second process). The mean over the run is the profile's, bursts included, so a run with bursts and one
/// without carry as much.
/// </summary>
public static class BurstyArrivals
{
    /// <summary>The arrivals within <paramref name="duration"/>, as offsets from the start, ascending.</summary>
    /// <param name="perSecond">The mean rate.</param>
    /// <param name="duration">How long.</param>
    /// <param name="shape">How strong the bursts are.</param>
    /// <param name="random">The run of chance.</param>
    public static IEnumerable<TimeSpan> Schedule(double perSecond, TimeSpan duration, BurstShape shape, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        var bursts = Bursts(duration, shape, random);
        return Walk(perSecond, duration.TotalSeconds, bursts, random);
    }

    /// <summary>The bursts of a run.</summary>
    public static IReadOnlyList<Burst> Bursts(TimeSpan duration, BurstShape shape, Random random)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(random);
        var bursts = new List<Burst>();
        if (shape.Most <= 1)
            return bursts;
        for (var at = Between(BurstShape.Calm) / 2; at < duration.TotalSeconds;)
        {
            var to = Math.Min(at + Between(BurstShape.Length), duration.TotalSeconds);
            bursts.Add(new Burst(at, to, Between((shape.Least, shape.Most))));
            at = to + Between(BurstShape.Calm);
        }

        return bursts;

        double Between((double Least, double Most) range) => range.Least + ((range.Most - range.Least) * random.NextDouble());
    }

    // A rate that changes only at known moments: a unit-rate walk through the integral of the rate.
    private static IEnumerable<TimeSpan> Walk(double perSecond, double seconds, IReadOnlyList<Burst> bursts, Random random)
    {
        var calm = perSecond * seconds / (seconds + bursts.Sum(b => (b.Factor - 1) * (b.To - b.From)));
        double at = 0;
        var next = 0;
        while (true)
        {
            // 1 - NextDouble() is in (0, 1]: the logarithm of 0 is never taken.
            var left = -Math.Log(1 - random.NextDouble()) / calm;
            while (true)
            {
                var inside = next < bursts.Count && at >= bursts[next].From;
                var factor = inside ? bursts[next].Factor : 1;
                var edge = next >= bursts.Count ? double.PositiveInfinity : inside ? bursts[next].To : bursts[next].From;
                if (at + (left / factor) < edge)
                {
                    at += left / factor;
                    break;
                }

                left -= (edge - at) * factor;
                at = edge;
                if (inside)
                    next++;
            }

            if (at >= seconds)
                yield break;
            yield return TimeSpan.FromSeconds(at);
        }
    }
}
