using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.MembershipService;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace Tocsin.Tests.Support.Providers;

/// <summary>Orleans' own ADO.NET providers, without a silo round them.</summary>
public static class AdoNetProviders
{
    private static readonly IOptions<ClusterOptions> Cluster = Options.Create(
        new ClusterOptions { ClusterId = "test", ServiceId = "test" });

    /// <summary>The membership table of a database.</summary>
    public static async Task<IMembershipTable> MembershipAsync(string invariant, string connectionString)
    {
        var options = Options.Create(new AdoNetClusteringSiloOptions { Invariant = invariant, ConnectionString = connectionString });
        var services = new ServiceCollection().BuildServiceProvider();
        var table = new AdoNetClusteringTable(services, Cluster, options, NullLogger<AdoNetClusteringTable>.Instance);
        await table.InitializeMembershipTableAsync(true, CancellationToken.None);
        return table;
    }

    /// <summary>The grain storage of a database.</summary>
    public static async Task<IGrainStorage> StorageAsync(string invariant, string connectionString, bool deleteOnClear = false)
    {
        var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var options = new AdoNetGrainStorageOptions
        {
            Invariant = invariant,
            ConnectionString = connectionString,
            DeleteStateOnClear = deleteOnClear,
            GrainStorageSerializer = new JsonSerializerOfStates(),
        };
        var storage = new AdoNetGrainStorage(
            services.GetRequiredService<IActivatorProvider>(),
            NullLogger<AdoNetGrainStorage>.Instance,
            Options.Create(options),
            Cluster,
            "test");
        var lifecycle = new OneStage();
        storage.Participate(lifecycle);
        await lifecycle.StartAsync();
        return storage;
    }

    private sealed class JsonSerializerOfStates : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input));

        public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input)!;
    }

    private sealed class OneStage : ISiloLifecycle
    {
        private ILifecycleObserver? _observer;

        public int HighestCompletedStage => 0;

        public int LowestStoppedStage => 0;

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            _observer = observer;
            return new NoSubscription();
        }

        public Task StartAsync() => _observer!.OnStart(CancellationToken.None);

        private sealed class NoSubscription : IDisposable
        {
            public void Dispose()
            {
            }
        }
    }
}
