using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.Units;

public sealed class UnitSnapshotTests
{
    [Fact]
    public async Task A_long_stream_is_activated_from_its_snapshot_and_what_came_after_it()
    {
        await using var centre = await TestCentre.StartAsync(silos: 1);
        var unit = await centre.UnitAsync();
        var incident = await centre.IncidentAsync();
        for (var version = 2; version < UnitSnapshots.Interval + 6; version += 2)
        {
            TestCentre.Done(await centre.AssignAsync(incident, unit));
            TestCentre.Done(await centre.ProgressAsync(incident, unit, AssignmentStage.Cancelled));
        }

        var snapshots = centre.Cluster.GetSiloServiceProvider().GetRequiredService<UnitSnapshots>();
        var found = await WaitForSnapshotAsync(snapshots, unit);
        Assert.Equal(UnitSnapshots.Interval, found.Version);

        await centre.Cluster.DeactivateAsync(centre.Cluster.Client.GetGrain<IUnitGrain>(unit.Value));
        TestCentre.Done(await centre.AssignAsync(incident, unit));
        var view = TocsinJson.Read<UnitView>((await centre.Reading.GetUnit(unit, TestCentre.Dispatcher)).Json);
        Assert.Equal((UnitStatus.Assigned, incident), (view.Status, view.IncidentId!.Value));

        // Without one (a restore, other rules) it is folded from its first event once, and not again at each activation until the next
        // interval.
        await ForgetAsync(centre.Cluster.GetSiloServiceProvider(), unit);
        Assert.Null(await snapshots.FindAsync(unit.Stream));
        await centre.Cluster.DeactivateAsync(centre.Cluster.Client.GetGrain<IUnitGrain>(unit.Value));
        TestCentre.Done(await centre.ProgressAsync(incident, unit, AssignmentStage.Cancelled));
        Assert.True((await WaitForSnapshotAsync(snapshots, unit)).Version > UnitSnapshots.Interval);
    }

    private static async Task ForgetAsync(IServiceProvider silo, UnitId unit)
    {
        const string StateName = "unitSnapshot";
        var storage = silo.GetRequiredKeyedService<IGrainStorage>(UnitSnapshots.StorageName);
        var (grain, stored) = (UnitSnapshots.GrainOf(unit.Stream), new GrainState<UnitSnapshot>());
        await storage.ReadStateAsync(StateName, grain, stored);
        await storage.ClearStateAsync(StateName, grain, stored);
    }

    private static async Task<Tocsin.Deciding.IStreamState> WaitForSnapshotAsync(UnitSnapshots snapshots, UnitId unit)
    {
        for (var wait = 0; wait < 100; wait++)
        {
            if (await snapshots.FindAsync(unit.Stream) is { } found)
                return found;
            await Task.Delay(50);
        }

        throw new TimeoutException("No snapshot was written.");
    }
}
