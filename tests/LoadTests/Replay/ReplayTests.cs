using Tocsin.Tests.Load.Replay;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Replay;

/// <summary>A whole replay over HTTP against a centre in memory: what it carries, and what it must not overlook.</summary>
public sealed class ReplayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shipped_day_goes_through_and_only_what_was_available_after_a_diversion_is_refused()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var result = await RunAsync(gateway, ShippedDay.Read(), "day");

        Assert.Empty(result.Differences);
        Assert.Equal(539, gateway.Centre.Incidents.Count);
        Assert.Equal(1166, gateway.Centre.Incidents.Values.Sum(i => i.Assignments.Count));
        Assert.Equal(
            ["88 available wrongStage", "AM12 available wrongStage"], [.. result.NotCarried.Select(n => $"{n.Unit} {n.Field} {n.Code}")]);
        Assert.All(gateway.Centre.Units.Values, u => Assert.Null(u.IncidentId));
        Assert.All(gateway.Centre.Incidents.Values, i => Assert.NotNull(i.ClosedAt));
    }

    [Fact]
    public async Task Four_units_are_sent_on_without_or_before_their_availability_which_makes_them_diversions()
    {
        await using var gateway = await FakeGateway.StartAsync();

        await RunAsync(gateway, ShippedDay.Read(), "day");

        var diverted = gateway.Centre.Incidents.Values.SelectMany(i => i.Assignments).Where(a => a.Stage == "diverted");
        Assert.Equal(["77", "88", "AM12", "E03"], diverted.Select(a => a.UnitId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_now_and_then_away_or_loses_its_answers_costs_repeats_and_nothing_else()
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.UnavailableEach = 50;
        gateway.LostAnswerEach = 71;

        var result = await RunAsync(gateway, ShippedDay.Read(Head(ShippedDay.Path, 200)), "weather");

        Assert.Empty(result.Differences);
        Assert.True(gateway.Commands > result.Plan.Steps.Count);
        Assert.Equal(result.Plan.Incidents.Count, gateway.Centre.Incidents.Count);
    }

    [Fact]
    public async Task A_run_that_is_taken_up_again_does_nothing_twice()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var readings = ShippedDay.Read(Head(ShippedDay.Path, 200));
        var first = await RunAsync(gateway, readings, "same");

        var second = await RunAsync(gateway, readings, "same");

        Assert.Empty(second.Differences);
        Assert.Empty(second.ReadBack.Others);
        Assert.All(second.Plan.Steps.Where(s => second.Outcomes.Carried(s)), s => Assert.True(second.Outcomes[s]!.Replayed));
        Assert.Equal(first.Plan.Incidents.Count, gateway.Centre.Incidents.Count);
    }

    [Fact]
    public async Task A_second_run_makes_everything_again_and_reckons_the_first_into_the_report()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var readings = ShippedDay.Read(Head(ShippedDay.Path, 200));
        var first = await RunAsync(gateway, readings, "one");

        var second = await RunAsync(gateway, readings, "two");

        Assert.Empty(second.Differences);
        Assert.Equal(first.Plan.Incidents.Count, second.ReadBack.Others.Count);
    }

    [Fact]
    public async Task A_unit_that_somebody_else_holds_is_listed_with_its_holder_and_the_rest_of_its_row_with_it()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var held = SmallFile.Read(SmallFile.Row("1", "E01", "01/01/2017 10:00:00 AM", "01/01/2017 10:01:00 AM", "01/01/2017 10:02:00 AM"));
        await RunAsync(gateway, held, "holder");

        var result = await RunAsync(
            gateway,
            SmallFile.Read(SmallFile.Row(
                "2", "E01", "01/01/2017 11:00:00 AM", "01/01/2017 11:01:00 AM", "01/01/2017 11:02:00 AM", "", "01/01/2017 11:30:00 AM")),
            "late");

        Assert.Empty(result.Differences);
        Assert.Equal(
            ["dispatch unitBusy", "response dependsOnRefused", "available dependsOnRefused"],
            [.. result.NotCarried.Select(n => $"{n.Field} {n.Code}")]);
        Assert.Contains("I0002", result.NotCarried[0].Detail, StringComparison.Ordinal);
        Assert.Equal(1, result.HeldBefore);
    }

    [Fact]
    public async Task A_unit_that_was_never_made_available_stays_on_its_incident_which_stays_open()
    {
        await using var gateway = await FakeGateway.StartAsync();

        var result = await RunAsync(
            gateway,
            SmallFile.Read(SmallFile.Row("1", "E01", "01/01/2017 10:00:00 AM", "01/01/2017 10:01:00 AM", "01/01/2017 10:02:00 AM")),
            "stays");

        Assert.Empty(result.Differences);
        Assert.Null(gateway.Centre.Incidents.Values.Single().ClosedAt);
        Assert.Equal(["disposition unitNeverAvailable"], [.. result.NotCarried.Select(n => $"{n.Field} {n.Code}")]);
    }

    private static string[] Head(string path, int rows) => [.. File.ReadLines(path).Take(rows + 1)];

    internal static async Task<ReplayResult> RunAsync(FakeGateway gateway, Readings readings, string run)
    {
        using var client = TestClient.Of(gateway);
        return await new ReplayRun(client, new ReplayOptions(run, null, 16, ShippedDay.Zone), TimeProvider.System)
            .RunAsync(readings, new SilentProgress(), Stop);
    }
}
