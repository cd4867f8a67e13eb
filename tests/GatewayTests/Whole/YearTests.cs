using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Replay;
using Tocsin.Tests.Load.Stories;
using Tocsin.Tests.Load.Year;

namespace Tocsin.Tests.GatewayTests.Whole;

/// <summary>
/// A small year of the county through HTTP, by the load program: a year long ago in which nobody else's test does anything.
/// </summary>
[Collection(RealGateway.Name)]
public sealed class YearTests(RealGatewayFixture fixture)
{
    private const int Year = 2001;

    [Fact]
    public async Task What_a_past_year_put_in_is_reported_to_the_figure_alarms_nobody_and_is_done_once()
    {
        var first = await Run("year-a", fresh: true);
        var second = await Run("year-a", fresh: false);

        Assert.Empty(first.Differences);
        Assert.Empty(first.Wrong);
        Assert.Equal((134, 0), (first.Calls, first.Replayed));
        Assert.True(first is { Compared: > 25_000, Late: > 0, Repeated: > 50 });
        Assert.Equal(first.Incidents + first.Drills, first.Listed);
        Assert.True(second.Good);
        Assert.Equal((first.Commands, first.Commands), (second.Commands, second.Replayed));
        Assert.Equal(first.Total, second.Total);

        await Assert.ThrowsAsync<StoryEndedException>(() => Run("year-b", fresh: true));
        var caller = await fixture.Gateway.As("callTaker");
        var strange = (await caller.Post("/calls", new { ringingAt = "2001-03-04T05:06:07Z" })).Expect(201).String("id");
        (await caller.Post($"/calls/{strange}/disposition", new { kind = "nuisance" })).Expect(200);
        var third = await Run("year-a", fresh: false);
        Assert.Equal(1, third.Foreign);
        Assert.Contains(third.Differences, d => d is { Where: "day 2001-03-04", Name: "calls.dispositions.nuisance" });
        Assert.False(third.Good);
    }

    private async Task<YearResult> Run(string name, bool fresh)
    {
        var tokens = new TokenBook("year", null);
        using var client = new TocsinClient(fixture.Gateway.Address, tokens, Patience.Default, TimeProvider.System);
        using var sender = await RequestSender.CreateAsync(
            [fixture.Gateway.Address], tokens, Patience.Default, TimeProvider.System, TestContext.Current.CancellationToken);
        return await new YearRun(
            client, sender, new YearOptions(Year, 0.002, 1, name, fresh, 32, YearOptions.UsualPolicy), TimeProvider.System)
            .RunAsync(new Silent(), TestContext.Current.CancellationToken);
    }

    private sealed class Silent : IReplayProgress
    {
        public void Begin(string what, int count)
        {
        }

        public void One(bool carried)
        {
        }
    }
}
