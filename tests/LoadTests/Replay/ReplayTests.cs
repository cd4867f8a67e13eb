using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Replay;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Replay;

/// <summary>A whole replay over HTTP against a centre in memory: what it carries, and what it must not overlook.</summary>
public sealed class ReplayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shipped_day_goes_through_without_a_difference_and_only_two_late_availabilities_are_refused()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var result = await RunAsync(gateway, ShippedDay.Read(), "day");

        Assert.Empty(result.Differences);
        Assert.Equal(539, gateway.Centre.Incidents.Count);
        Assert.Equal(1166, gateway.Centre.Incidents.Values.Sum(i => i.Assignments.Count));
        Assert.Equal(["163660088:wrongStage"], [.. result.NotCarried.Select(n => $"{n.Incident}:{n.Code}")]);
    }

    internal static async Task<ReplayResult> RunAsync(FakeGateway gateway, Readings readings, string run)
    {
        using var client = new TocsinClient(gateway.Address, new TokenBook("test", "token"), new Patience(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5)), TimeProvider.System);
        return await new ReplayRun(client, new ReplayOptions(run, null, 16, ShippedDay.Zone), TimeProvider.System).RunAsync(readings, new SilentProgress(), Stop);
    }
}
