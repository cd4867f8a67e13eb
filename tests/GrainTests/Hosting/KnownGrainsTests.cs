using Tocsin.Hosting;
using Tocsin.Incidents;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Units;

namespace Tocsin.Tests.GrainTests.Hosting;

public sealed class KnownGrainsTests
{
    [Fact]
    public async Task A_reference_by_what_is_known_is_the_one_that_is_looked_up_for_each_interface_key_and_cluster()
    {
        await using var one = await TestCentre.StartAsync(silos: 1);
        await using var other = await TestCentre.StartAsync(silos: 1);
        foreach (var grains in new IGrainFactory[] { one.Cluster.Client, other.Cluster.Client, one.Cluster.Client })
        {
            foreach (var key in new[] { "a", "b", "a" })
            {
                Assert.Equal(grains.GetGrain<IIncidentGrain>(key), grains.GetKnown<IIncidentGrain>(key));
                Assert.Equal(grains.GetGrain<IUnitGrain>(key), grains.GetKnown<IUnitGrain>(key));
            }

            Assert.NotEqual<object>(grains.GetKnown<IIncidentGrain>("a"), grains.GetKnown<IUnitGrain>("a"));
        }
    }

    [Fact]
    public async Task It_is_of_the_cluster_that_was_asked()
    {
        await using var one = await TestCentre.StartAsync(silos: 1);
        await using var other = await TestCentre.StartAsync(silos: 1);
        _ = (one.Cluster.Client.GetKnown<IIncidentGrain>("a"), other.Cluster.Client.GetKnown<IIncidentGrain>("a"));
        var incident = await one.IncidentAsync();

        var answer = await one.Cluster.Client.GetKnown<IIncidentGrain>(incident.Value).Execute(new AddNote("here"), TestCentre.Context());
        var stranger = await other.Cluster.Client
            .GetKnown<IIncidentGrain>(incident.Value)
            .Execute(new AddNote("there"), TestCentre.Context());

        Assert.Null(answer.Refusal);
        Assert.NotNull(stranger.Refusal);
    }
}
