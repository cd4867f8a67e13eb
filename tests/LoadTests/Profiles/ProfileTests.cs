using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Stories;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Profiles;

/// <summary>Profiles: arrivals that never wait, latencies that hide nothing, a verdict that can be bad.</summary>
public sealed class ProfileTests
{
    private static readonly LoadProfile Small = CityPeak.Profile with { CallsPerSecond = 40, Limits = new LoadLimits(2_000, 0, 10_000) };

    [Fact]
    public void Poisson_arrivals_have_the_mean_and_the_spread_of_their_rate()
    {
        var counts = Enumerable.Range(0, 200).Select(seed => (double)PoissonArrivals.Schedule(50, TimeSpan.FromSeconds(1), new Random(seed)).Count()).ToList();

        Assert.InRange(counts.Average(), 48, 52);
        Assert.InRange(counts.Sum(c => Math.Pow(c - counts.Average(), 2)) / counts.Count, 35, 65);
    }

    [Fact]
    public async Task A_server_that_answers_is_within_limits_and_keeps_no_unit()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var result = await RunAsync(gateway, Small);

        Assert.Empty(result.Failures());
        Assert.True(result.Incidents > 0 && result.Arrivals > result.Incidents);
        Assert.All(gateway.Centre.Units.Values, u => Assert.Null(u.IncidentId));
    }

    [Fact]
    public async Task A_slow_server_slows_no_arrival_down_and_is_not_within_limits()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var calls = PoissonArrivals.Schedule(Small.CallsPerSecond, TimeSpan.FromSeconds(1), new Random(1)).Count();
        var slow = TimeSpan.FromMilliseconds(300);

        var result = await RunAsync(gateway, Small with { Limits = Small.Limits with { P99Milliseconds = 200 } }, () => gateway.Slowness = slow);

        Assert.InRange(result.Arrivals, calls / 2, calls * 2);
        Assert.Contains(result.Failures(), f => f.StartsWith("take call: p99", StringComparison.Ordinal));
        Assert.All(result.Book.Latencies(), l => Assert.True(l.P50 >= 290, $"{l}"));
    }

    [Fact]
    public async Task Commands_that_fail_are_counted_by_code_and_not_repeated()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var result = await RunAsync(gateway, Small, () => gateway.UnavailableEach = 5);

        Assert.Contains(result.Book.Errors(), e => e.Code == "unavailable");
        Assert.Contains(result.Failures(), f => f.Contains("commands failed", StringComparison.Ordinal));
        Assert.True(result.BrokenOff > 0);
    }

    [Fact]
    public async Task Asked_to_stop_it_begins_no_more_calls_and_lets_the_stories_end()
    {
        await using var gateway = await FakeGateway.StartAsync();
        using var client = TestClient.Of(gateway, Patience.OneTry);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));

        var result = await new ProfileRunner(Small, client, TimeProvider.System, Delays.Compressed, 1).RunAsync(TimeSpan.FromMinutes(10), _ => { }, stop.Token);

        Assert.True(result.Interrupted);
        Assert.InRange(result.Duration.TotalSeconds, 0, 30);
        Assert.Equal(0, result.Unfinished);
        Assert.All(gateway.Centre.Units.Values, u => Assert.Null(u.IncidentId));
    }

    private static async Task<ProfileResult> RunAsync(FakeGateway gateway, LoadProfile profile, Action? weather = null)
    {
        using var client = TestClient.Of(gateway, Patience.OneTry);
        var begun = false;

        // The weather changes with the first calls: units are registered before, in one try each.
        return await new ProfileRunner(profile, client, TimeProvider.System, Delays.None, 1).RunAsync(TimeSpan.FromSeconds(1), _ =>
        {
            if (!begun)
                weather?.Invoke();
            begun = true;
        }, TestContext.Current.CancellationToken);
    }
}
