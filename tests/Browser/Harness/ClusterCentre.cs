using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Browser.Harness;

/// <summary>A centre of several real processes: PostgreSQL, a silo, two gateways.</summary>
/// <param name="chromium">The browser of all centres.</param>
public sealed class ClusterCentre(Chromium chromium) : Centre(chromium)
{
    private RunningCluster _cluster = null!;

    /// <summary>The tests that share one.</summary>
    [CollectionDefinition]
    public sealed class Shared : ICollectionFixture<ClusterCentre>;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<ServerProcess>> StartAsync()
    {
        _cluster = await RunningCluster.StartAsync(new ClusterPlan { Silos = 1, Gateways = 2 });
        return _cluster.Gateways;
    }

    /// <inheritdoc/>
    protected override ValueTask StopAsync() => _cluster.DisposeAsync();
}
