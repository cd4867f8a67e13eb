using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Policies;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Watch;

/// <summary>The watch wakes what is due, on whichever silo, and each thing is fired once.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task An_incident_that_nobody_is_assigned_to_is_fired_once_and_on_time()
    {
        await using var centre = await TestCentre.StartAsync();
        await ChooseAsync(centre, new TimingLimit(ClockStage.Assign, null, null, null, 2, 1, []));
        var incidents = new List<IncidentId>();
        for (var i = 0; i < 20; i++)
            incidents.Add(await centre.IncidentAsync());
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        foreach (var incident in incidents)
        {
            var trail = await centre.Journal.ReadStreamAsync(incident.Stream, 0, 100, TestContext.Current.CancellationToken);
            Assert.Equal(["IncidentCreated", "ClockWarning", "ClockOverdue", "ClockEscalated"], trail.Select(e => e.Kind));
            var due = trail[0].OccurredAt.AddSeconds(2);
            Assert.InRange(trail[2].RecordedAt - due, TimeSpan.FromMilliseconds(-50), TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task What_is_overdue_is_not_woken_for_ever()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        await ChooseAsync(centre, new EscalationPlan(0, 0, 0), new TimingLimit(ClockStage.Assign, null, null, null, 1, null, []));
        var incident = await centre.IncidentAsync();
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        var row = await centre.Journal.FindAsync(incident.Stream, TestContext.Current.CancellationToken);
        Assert.Equal(5, row!.Version);
        Assert.Null(row.Entry.DueAt);
        Assert.NotNull(row.Entry.LateAt);
        Assert.Empty(await centre.Journal.ReadDueAsync(
            new DueQuery(DateTimeOffset.MaxValue, [1, 2, 3], [], 10), TestContext.Current.CancellationToken));
        Assert.Single(await centre.Journal.Queries.ListLateAsync(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Clocks_of_a_silo_that_died_are_fired_by_those_that_live_each_once()
    {
        await using var centre = await TestCentre.StartAsync(silos: 3);
        await ChooseAsync(centre, new TimingLimit(ClockStage.Assign, null, null, null, 5, null, []));
        var incidents = new List<IncidentId>();
        for (var i = 0; i < 30; i++)
            incidents.Add(await centre.IncidentAsync());
        await centre.Cluster.KillSiloAsync(centre.Cluster.Silos[1]);

        var patience = TimeSpan.FromSeconds(40);
        foreach (var incident in incidents)
        {
            while (await OverdueAsync(centre, incident) == 0 && patience > TimeSpan.Zero)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
                patience -= TimeSpan.FromMilliseconds(200);
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        foreach (var incident in incidents)
            Assert.Equal(1, await OverdueAsync(centre, incident));
    }

    private static async Task<int> OverdueAsync(TestCentre centre, IncidentId incident) =>
        (await centre.Journal.ReadStreamAsync(incident.Stream, 0, 100, TestContext.Current.CancellationToken))
            .Count(e => e.Kind == nameof(ClockOverdue));

    private static Task ChooseAsync(TestCentre centre, params TimingLimit[] limits) => ChooseAsync(centre, EscalationPlan.Default, limits);

    private static async Task ChooseAsync(TestCentre centre, EscalationPlan plan, params TimingLimit[] limits)
    {
        TestCentre.Done(await centre.Cluster.Client
            .GetGrain<IPolicyGrain>("quick")
            .Execute(new SetPolicy(limits, plan), TestCentre.Context(TestCentre.Admin)));
        TestCentre.Done(await centre.Cluster.Client.GetGrain<ISettingGrain>(SettingIds.TimingPolicy).Execute(
            new ChoosePolicy(PolicyId.Of("quick")), TestCentre.Context(TestCentre.Admin)));
    }
}
