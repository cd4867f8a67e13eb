using Tocsin.Calls;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Policies;
using Tocsin.Reading;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Reading;

/// <summary>A clock of a day long past raises no event; whoever reads it sees that it ran out.</summary>
public sealed class SilentClockTests
{
    [Fact]
    public async Task It_ran_out_for_whoever_reads_it_and_not_before_its_time()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        TestCentre.Done(await centre.Cluster.Client.GetGrain<IPolicyGrain>("long").Execute(
            new SetPolicy([Row(ClockStage.Assign, 600), Row(ClockStage.Conclude, 7 * 86_400), Row(ClockStage.Answer, 10)], null),
            TestCentre.Context(TestCentre.Admin)));
        TestCentre.Done(await centre.Cluster.Client
            .GetGrain<ISettingGrain>(SettingIds.TimingPolicy)
            .Execute(new ChoosePolicy(PolicyId.Of("long")), TestCentre.Context(TestCentre.Admin)));
        var now = DateTimeOffset.UtcNow;
        var past = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)).AddHours(-3);
        var (incident, call) = (IncidentId.Of("past"), CallId.Of("past"));
        TestCentre.Done(await centre.DoAsync(incident, new CreateIncident(null, "theft", 2, null, null, null, false, past)));
        TestCentre.Done(await centre.DoAsync(call, new ReceiveCall(null, null, past, null, null)));

        var thing = await centre.Reading.GetIncident(incident, null, TestCentre.Dispatcher);
        var clocks = TocsinJson.Read<IncidentView>(thing.Json).Clocks;
        Assert.Equal(
            [(ClockStage.Assign, true, past.AddSeconds(600)), (ClockStage.Conclude, true, (DateTimeOffset?)null)],
            clocks.Select(c => (c.Stage, c.Silent, c.OverdueAt)));
        Assert.Equal(1, thing.Version);

        // What is asked of the future is judged as of now.
        Assert.Equal(thing.Json, (await centre.Reading.GetIncident(incident, now.AddDays(30), TestCentre.Dispatcher)).Json);
        Assert.Equal(
            [thing.Json],
            (await centre.Reading.ListIncidents(new IncidentFilter(null, null, null, null, 50, null), TestCentre.Dispatcher)).Items);
        var read = (await centre.Reading.GetCall(call, TestCentre.Dispatcher)).Json;
        Assert.Equal(past.AddSeconds(10), Assert.Single(TocsinJson.Read<CallView>(read).Clocks).OverdueAt);
        Assert.Equal(
            [read], (await centre.Reading.ListCalls(new CallFilter(null, null, null, null, 50, null), TestCentre.Dispatcher)).Items);
    }

    [Fact]
    public void As_of_an_instant_it_is_judged_as_of_that_instant()
    {
        var due = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var clock = new ClockView(
            ClockStage.Assign, null, ClockState.Running, due.AddMinutes(-1), null, due, null, null, Silent: true, null, null, null);
        var json = TocsinJson.Write(Overdue.Late.Incident("a", clock));

        Assert.Same(json, IncidentDefinition.ViewAt(json, due.AddTicks(-1)));
        Assert.Equal(due, Assert.Single(TocsinJson.Read<IncidentView>(IncidentDefinition.ViewAt(json, due)).Clocks).OverdueAt);
    }

    [Theory]
    [InlineData(ClockState.Met, true)]
    [InlineData(ClockState.Void, true)]
    [InlineData(ClockState.Running, false)]
    public void One_that_ended_or_that_alarms_is_left_as_it_is(ClockState state, bool silent)
    {
        var due = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var json = TocsinJson.Write(Overdue.Late.Incident(
            "a", new ClockView(ClockStage.Assign, null, state, due, null, due, null, null, silent, null, null, null)));

        Assert.Same(json, IncidentDefinition.ViewAt(json, due.AddHours(1)));
    }

    private static TimingLimit Row(ClockStage stage, int seconds) => new(stage, null, null, null, seconds, null, []);
}
