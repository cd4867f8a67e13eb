using System.Data.Common;
using Orleans.Configuration;
using Tocsin.Calling;
using Tocsin.Telemetry;
using Tocsin.Tls;
using GatewayOptions = Tocsin.Settings.GatewayOptions;

namespace Tocsin.Hosting;

/// <summary>A gateway that is a client of silos elsewhere.</summary>
internal static class ClusterClient
{
    /// <summary>The service, the same in all clusters.</summary>
    private const string ServiceId = "tocsin";

    // The default is a minute; a request sticks to one connection of the cluster, dead or not, until the list is read anew.
    private static readonly TimeSpan GatewayListRefresh = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ConnectAgainAfter = TimeSpan.FromSeconds(1);

    // A try is given up after 3 s by the gateway's own clock; this only frees what Orleans remembers of it.
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromSeconds(10);

    /// <summary>Adds it.</summary>
    /// <exception cref="MisconfigurationException">The connection string is none.</exception>
    public static void AddClusterClient(this WebApplicationBuilder builder, GatewayOptions options)
    {
        RequireConnectionString(options.ConnectionString);
        // The client starts as long as it takes to find a silo; meanwhile the gateway listens, and says that it is not ready.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.Services.AddSingleton(services =>
        {
            var connection = new ClusterConnection(found: false);
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(connection.Found);
            return connection;
        });
        builder.Services.AddHealthChecks().AddCheck<ClusterReadiness>("cluster", tags: [SiloReadiness.Tag]);
        var tls = ClusterTls.Read(builder.Configuration);
        tls?.Watch(builder.Services);
        var traced = TracingOptions.Read(builder.Configuration).IsOn;
        builder.UseOrleansClient(client => Encrypted(traced ? client.AddActivityPropagation() : client, tls)
            .UseAdoNetClustering(clustering =>
            {
                clustering.Invariant = "Npgsql";
                clustering.ConnectionString = options.ConnectionString;
            })
            .Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = options.ClusterId;
                cluster.ServiceId = ServiceId;
            })
            .Configure<Orleans.Configuration.GatewayOptions>(gateway => gateway.GatewayListRefreshPeriod = GatewayListRefresh)
            .Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = ForgetAfter)
            .UseConnectionRetryFilter(async (_, cancellation) =>
            {
                await Task.Delay(ConnectAgainAfter, cancellation);
                return true;
            }));
    }

    private static IClientBuilder Encrypted(IClientBuilder client, ClusterTls? tls) => tls is null ? client : client.UseTls(tls.Apply);

    private static void RequireConnectionString(string text)
    {
        try
        {
            if (new DbConnectionStringBuilder { ConnectionString = text }.ContainsKey("Host"))
                return;
        }
        catch (ArgumentException)
        {
            // Says the same as one without a host.
        }
        throw new MisconfigurationException("ConnectionStrings:Tocsin", "must be a PostgreSQL connection string with at least a Host");
    }
}
