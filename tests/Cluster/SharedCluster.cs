using Tocsin.Tests.Faults.Scenarios;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// The tests that break one and the same cluster, one after the other: three silos and two gateways as real processes on a real PostgreSQL.
/// </summary>
[CollectionDefinition]
public sealed class SharedCluster : ICollectionFixture<SharedCluster.Fixture>
{
    public sealed class Fixture : IAsyncLifetime
    {
        public SupervisedCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Cluster = await SupervisedCluster.StartAsync();

        public ValueTask DisposeAsync() => Cluster.DisposeAsync();

        /// <summary>Waits until every server has got over what the test before did to it.</summary>
        public Task ReadyAsync() => Task.WhenAll(Cluster.All.Select(server => server.ReadyAsync()));
    }
}
