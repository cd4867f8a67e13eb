using Tocsin.Tests.Load.Profiles;

namespace Tocsin.Tests.LoadTests.Profiles;

/// <summary>When calls come: by chance, in bursts, at the profile's mean, and the same for the same seed.</summary>
public sealed class ArrivalTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [Fact]
    public void Poisson_arrivals_have_the_mean_and_the_spread_of_their_rate()
    {
        var counts = Enumerable.Range(0, 200)
            .Select(seed => (double)PoissonArrivals.Schedule(50, TimeSpan.FromSeconds(1), new Random(seed)).Count())
            .ToList();

        Assert.InRange(counts.Average(), 48, 52);
        Assert.InRange(counts.Sum(c => Math.Pow(c - counts.Average(), 2)) / counts.Count, 35, 65);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(10, 20)]
    public void The_mean_is_the_profile_s_however_strong_the_bursts(double least, double most)
    {
        var counts = Enumerable.Range(0, 20)
            .Select(seed => BurstyArrivals.Schedule(20, TenMinutes, new BurstShape(least, most), new Random(seed)).Count())
            .ToList();

        // 12,000 each; the mean of twenty has a spread of 25.
        Assert.InRange(counts.Average(), 11_880, 12_120);
    }

    [Fact]
    public void In_a_burst_two_to_three_times_as_many_come_as_before_it()
    {
        var bursts = BurstyArrivals.Bursts(TenMinutes, BurstShape.Usual, new Random(7));
        var arrivals = BurstyArrivals.Schedule(75, TenMinutes, BurstShape.Usual, new Random(7)).Select(a => a.TotalSeconds).ToList();

        Assert.InRange(bursts.Count, 6, 17);
        Assert.All(bursts, b => Assert.InRange(b.To - b.From, 0, 10));
        var inside = bursts.Sum(b => b.To - b.From);
        var busy = arrivals.Count(a => bursts.Any(b => a >= b.From && a < b.To)) / inside;
        var calm = arrivals.Count(a => bursts.All(b => a < b.From || a >= b.To)) / (600 - inside);
        Assert.InRange(busy / calm, 1.9, 3.1);
    }

    [Fact]
    public void Arrivals_ascend_within_their_time_and_are_the_same_for_the_same_seed()
    {
        var once = BurstyArrivals.Schedule(75, TimeSpan.FromSeconds(60), BurstShape.Usual, new Random(3)).ToList();

        Assert.Equal(once, BurstyArrivals.Schedule(75, TimeSpan.FromSeconds(60), BurstShape.Usual, new Random(3)));
        Assert.NotEqual(once, BurstyArrivals.Schedule(75, TimeSpan.FromSeconds(60), BurstShape.Usual, new Random(4)));
        Assert.Equal(once.Order(), once);
        Assert.All(once, a => Assert.InRange(a.TotalSeconds, 0, 60));
    }

    [Fact]
    public void Calls_about_one_event_come_all_at_once_and_then_ever_fewer()
    {
        var calls = ClusterArrivals.Schedule(1_000, TenMinutes, new Random(1));

        Assert.Equal(1_000, calls.Count);
        Assert.Equal(calls.Order(), calls);
        Assert.Equal(TenMinutes * ClusterArrivals.HappensAfter, calls[0]);
        Assert.InRange(calls[^1], calls[0], TenMinutes * (ClusterArrivals.HappensAfter + ClusterArrivals.Lasts));
        Assert.InRange(calls.Count(c => c < TenMinutes * (ClusterArrivals.HappensAfter + (ClusterArrivals.Lasts / 4))), 450, 550);
    }

    [Fact]
    public void The_calls_of_the_one_event_are_part_of_the_profile_s_rate()
    {
        Assert.Equal(1_000, MegaStorm.Profile.ClusterCalls(TenMinutes));
        Assert.Equal(400, MegaStorm.Profile.Scaled(0.4).ClusterCalls(TenMinutes));
        Assert.Equal(6, MegaStorm.Profile.Scaled(0.4).CallsPerSecond, 9);
    }
}
