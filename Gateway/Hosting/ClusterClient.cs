using System.Data.Common;
using Orleans.Configuration;
using Tocsin.Calling;
using Tocsin.Telemetry;
using Tocsin.Tls;
using GatewayOptions = Tocsin.Settings.GatewayOptions;

namespace Tocsin.Hosting;

/// <summary>A gateway that is a client of silos in other processes.</summary>
internal static class ClusterClient
{
    /// <summary>The service id of Orleans, the same in all clusters.</summary>
    private const string ServiceId = "tocsin";

    // The default is a minute; a request stays on one connection of the cluster, dead or not, until the list is refreshed.
    private static readonly TimeSpan GatewayListRefresh = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ConnectAgainAfter = TimeSpan.FromSeconds(1);

    // GrainCaller gives an attempt up after 3 s; this only frees what Orleans remembers of it.
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromSeconds(10);

    /// <summary>Adds it.</summary>
    /// <exception cref="MisconfigurationException">The connection string is invalid.</exception>
    public static void AddClusterClient(this WebApplicationBuilder builder, GatewayOptions options)
    {
        RequireConnectionString(options.ConnectionString);
        // The client starts until it finds a silo; meanwhile the gateway listens, and reports that it is not ready.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.Services.AddSingleton(services =>
        {
            var connection = new ClusterConnection(found: false, ClusterGrains.AreKnownTo(services));
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(connection.Found);
            return connection;
        });
        builder.Services.AddHealthChecks().AddCheck<ClusterReadiness>("cluster", tags: [SiloReadiness.Tag]);
        var tls = ClusterTls.Read(builder.Configuration);
        tls?.Watch(builder.Services);
        var plainAllowed = PlainMember.IsAllowed(builder.Configuration);
        PlainMember.Allow(builder.Services, plainAllowed, tls);
        builder.Services.AddSingleton<IOutgoingGrainCallFilter, BearerSending>();
        var traced = TracingOptions.Read(builder.Configuration).IsOn;
        builder.UseOrleansClient(client => Encrypted(traced ? client.AddActivityPropagation() : client, tls, plainAllowed)
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

    private static IClientBuilder Encrypted(IClientBuilder client, ClusterTls? tls, bool plainAllowed) =>
        tls is not null ? client.UseTls(tls.Apply)
        : plainAllowed ? client
        : client.Configure<ClientConnectionOptions>(options => options.ConfigureConnection(PlainMember.RequireLoopback));

    private static void RequireConnectionString(string text)
    {
        try
        {
            if (new DbConnectionStringBuilder { ConnectionString = text }.ContainsKey("Host"))
                return;
        }
        catch (ArgumentException)
        {
            // Reported below, as one without a host.
        }
        throw new MisconfigurationException("ConnectionStrings:Tocsin", "must be a PostgreSQL connection string with at least a Host");
    }
}
