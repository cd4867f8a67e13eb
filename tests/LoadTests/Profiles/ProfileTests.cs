using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Results;
using Tocsin.Tests.Load.Stories;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Profiles;

/// <summary>Profiles: arrivals that never wait, latencies that hide nothing, a verdict that can be bad.</summary>
public sealed class ProfileTests
{
    private static readonly LoadProfile Small =
        CityPeak.Profile with { CallsPerSecond = 40, PositionsPerSecond = 500, Consoles = 0, Limits = new LoadLimits(2_000, 0, 10_000) };

    [Fact]
    public async Task A_server_that_answers_is_within_limits_and_keeps_no_unit()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var result = await RunAsync(gateway, Small);

        Assert.Empty(result.Failures());
        Assert.True(result.Good);
        Assert.True(result.Stories.Incidents > 0 && result.Stories.Calls > result.Stories.Incidents);
        Assert.Equal(Calls(Small), result.Stories.Calls);
        Assert.InRange(result.Stories.Positions, 400, 600);
        Assert.Equal(gateway.Centre.Positions, result.Stories.Positions);
        Assert.All(gateway.Centre.Units.Values, u => Assert.Null(u.IncidentId));
    }

    [Fact]
    public async Task A_slow_server_slows_no_arrival_down_and_is_not_within_limits()
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.Slowness = TimeSpan.FromMilliseconds(150);

        var result = await RunAsync(gateway, Small with { Limits = Small.Limits with { P99Milliseconds = 100 } });

        Assert.Equal(Calls(Small), result.Stories.Calls);
        Assert.Contains(result.Failures(), f => f.StartsWith("p99 of all commands", StringComparison.Ordinal));
        Assert.All(result.Commands, l => Assert.True(l.Latency.P50 >= 140, $"{l}"));
    }

    [Fact]
    public async Task Commands_that_fail_are_counted_by_code_and_not_repeated()
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.UnavailableEach = 5;

        var result = await RunAsync(gateway, Small);

        Assert.Contains(result.Errors, e => e.Code == "unavailable");
        Assert.Contains(result.Failures(), f => f.StartsWith("failed requests", StringComparison.Ordinal));
        Assert.True(result.Stories.BrokenOff > 0);
        Assert.Equal(0, result.Own.Repeats);
    }

    [Fact]
    public async Task Asked_to_stop_it_begins_no_more_calls_and_lets_the_stories_end()
    {
        await using var gateway = await FakeGateway.StartAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));

        var result = await Runner(gateway, Small, TimeSpan.FromMinutes(10), Delays.Compressed).RunAsync(_ => { }, stop.Token);

        Assert.True(result.Interrupted);
        Assert.False(result.Good);
        Assert.InRange(result.Seconds, 0, 30);
        Assert.Equal(0, result.Stories.Unfinished);
        Assert.Equal(0, result.Failed);
        Assert.All(gateway.Centre.Units.Values, u => Assert.Null(u.IncidentId));
    }

    [Fact]
    public async Task A_thousand_calls_about_one_event_join_its_incident()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var storm = MegaStorm.Profile with
        {
            CallsPerSecond = 60,
            ClusterCallsInTenMinutes = 30_000,
            PositionsPerSecond = 0,
            Consoles = 0,
            Limits = Small.Limits,
        };

        var result = await RunAsync(gateway, storm);

        Assert.Empty(result.Failures());
        Assert.InRange(result.Stories.Joined, 35, 49);
        Assert.InRange(gateway.Centre.Incidents.Values.Max(i => i.CallCount), result.Stories.Joined, result.Stories.Joined + 1);
        Assert.Equal(Habits.ClusterUnits, gateway.Centre.Incidents.Values.Max(i => i.Assignments.Count(a => a.Stage == "cleared")));
    }

    [Fact]
    public async Task Units_that_refuse_or_are_not_heard_of_are_replaced()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var result = await RunAsync(gateway, Small with { CallsPerSecond = 200, PositionsPerSecond = 0 });

        Assert.Empty(result.Failures());
        Assert.True(result.Stories.Declined > 0, "no unit refused");
        Assert.All(gateway.Centre.Incidents.Values, i => Assert.Contains(i.Assignments, a => a.Stage == "cleared"));
    }

    private static int Calls(LoadProfile profile) =>
        BurstyArrivals.Schedule(profile.CallsPerSecond, TimeSpan.FromSeconds(1), profile.Bursts, new Random(1)).Count();

    private static ProfileRunner Runner(FakeGateway gateway, LoadProfile profile, TimeSpan duration, Delays delays) =>
        new(
            new LoadOptions(profile, [gateway.Address], duration, 1) { Delays = delays, Patience = Patience.OneTry, Units = 80 },
            new TokenBook("test", "token"),
            TimeProvider.System);

    private static Task<LoadResult> RunAsync(FakeGateway gateway, LoadProfile profile) =>
        Runner(gateway, profile, TimeSpan.FromSeconds(1), Delays.None).RunAsync(_ => { }, TestContext.Current.CancellationToken);
}
