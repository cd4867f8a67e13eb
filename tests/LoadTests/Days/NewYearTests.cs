using Tocsin.Tests.Load.Days;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Days;

/// <summary>The real day as a profile: lived through HTTP, measured like the others.</summary>
public sealed class NewYearTests
{
    [Fact]
    public async Task The_hour_after_midnight_is_lived_with_the_units_and_stages_that_it_had()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var whole = DayReader.Make(Planner.Plan(ShippedDay.Read().Rows, TimeProvider.System.GetUtcNow()), 5_000);
        var day = new RealDay([.. whole.Incidents.Take(40)]);
        var profile = NewYear.Of(day, day.Lasts + TimeSpan.FromSeconds(1)) with
        {
            Consoles = 0,
            PositionsPerSecond = 0,
            Limits = new LoadLimits(5_000, 0, 10_000),
        };
        var options = new LoadOptions(profile, [gateway.Address], day.Lasts + TimeSpan.FromSeconds(1), 1)
        {
            Day = day,
            Patience = Patience.OneTry,
        };

        var result = await new ProfileRunner(options, new TokenBook("test", "token"), TimeProvider.System)
            .RunAsync(_ => { }, TestContext.Current.CancellationToken);

        Assert.Empty(result.Failures());
        Assert.Equal((day.Calls, 40), (result.Stories.Calls, result.Stories.Incidents));
        Assert.Equal(
            day.Incidents.Select(i => (i.Category, i.Responses.Count, i.Responses.Count(r => r.OnScene is not null))).Order(),
            gateway.Centre.Incidents.Values
                .Select(i => (i.Category, i.Assignments.Count, i.Assignments.Count(a => a.OnSceneAt is not null)))
                .Order());
        Assert.All(gateway.Centre.Incidents.Values, i => Assert.NotNull(i.ClosedAt));
        Assert.All(gateway.Centre.Units.Values, u => Assert.Null(u.IncidentId));

        // Live, not as history: received now, not in 2017.
        Assert.All(
            gateway.Centre.Incidents.Values,
            i => Assert.InRange(TimeProvider.System.GetUtcNow() - i.ReceivedAt, TimeSpan.Zero, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task Stages_come_at_their_real_moments_of_the_run()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var response = new RealResponse(
            TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(2));
        var day = new RealDay(
            [new RealIncident(TimeSpan.Zero, [TimeSpan.FromSeconds(0.5)], "Alarms", 2, Load.Fleets.Region.Middle, [response])]);
        var options = new LoadOptions(
            NewYear.Of(day, day.Lasts + TimeSpan.FromSeconds(1)) with { Consoles = 0, PositionsPerSecond = 0 },
            [gateway.Address],
            day.Lasts + TimeSpan.FromSeconds(1),
            1)
        { Day = day };

        var result = await new ProfileRunner(options, new TokenBook("test", "token"), TimeProvider.System)
            .RunAsync(_ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(1, result.Stories.Joined);
        var assignment = gateway.Centre.Incidents.Values.Single().Assignments.Single();
        Assert.InRange((assignment.AssignedAt - result.StartedAt).TotalSeconds, 0.1, 5);
        Assert.InRange((assignment.EnRouteAt!.Value - result.StartedAt).TotalSeconds, 0.5, 5);
        Assert.InRange((assignment.OnSceneAt!.Value - result.StartedAt).TotalSeconds, 1.1, 5);
        Assert.InRange((assignment.ClearedAt!.Value - result.StartedAt).TotalSeconds, 1.7, 6);
    }
}
