using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Tocsin.Bearers;
using Tocsin.Calling;
using Tocsin.Hosting;
using Tocsin.Tests.GatewayTests.Harness;
using Tocsin.Tests.GatewayTests.SignIn;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GatewayTests.Bearers;

/// <summary>
/// One real silo with its port for gateways open, and a provider of tokens, for all the tests that call it from outside. It can be
/// restarted on the same folder and port.
/// </summary>
public sealed class OpenSilo : IAsyncLifetime
{
    private const string Cluster = "tocsin";
    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-open-").FullName;
    private readonly int _port = FreePorts.Next();
    private readonly List<IHost> _clients = [];
    private WebApplication _app = null!;

    internal FakeProvider Provider { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await FakeProvider.Start();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.StopAsync();
            client.Dispose();
        }

        await StopAsync();
        await Provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The grains, as a process that is no gateway of this version calls them.</summary>
    internal async Task<IGrainFactory> StrangerAsync() => (await ClientAsync(_ => { })).GetRequiredService<IGrainFactory>();

    /// <summary>The grains, as a gateway calls them.</summary>
    internal async Task<IGrainFactory> GatewayAsync()
    {
        var client = await ClientAsync(services => services.AddSingleton<IOutgoingGrainCallFilter, BearerSending>());
        return client.GetRequiredService<IGrainFactory>();
    }

    /// <summary>A whole gateway of a cluster, before this silo.</summary>
    internal Task<TestGateway> WholeGatewayAsync() => TestGateway.Connected(
        (builder, _) =>
        {
            builder.UseOrleansClient(Connect);
            builder.Services.AddSingleton<IOutgoingGrainCallFilter, BearerSending>();
        },
        "--Tocsin:Jwt:Authority", Provider.Address, "--Tocsin:Jwt:Audience", "tocsin");

    /// <summary>Stops the silo and starts it again: it knows no token.</summary>
    internal async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        _app = GatewayApp.Build(
            [
                "--urls", "http://127.0.0.1:0", "--Tocsin:DataDirectory", _folder, "--Tocsin:Demo", "false",
                "--Tocsin:Jwt:Authority", Provider.Address, "--Tocsin:Jwt:Audience", "tocsin",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.PostConfigure<EndpointOptions>(options => options.GatewayPort = _port);
            });
        await _app.StartAsync();
        var keys = _app.Services.GetRequiredService<ProviderKeys>();
        await Until.HoldsAsync("the silo has the provider's keys", () => keys.Known is not null);
    }

    private async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private void Connect(IClientBuilder client) => client
        .UseStaticClustering(new IPEndPoint(IPAddress.Loopback, _port))
        .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Cluster, Cluster))
        .Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1))
        .Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(10))
        .UseConnectionRetryFilter(async (_, cancellation) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            return true;
        });

    private async Task<IServiceProvider> ClientAsync(Action<IServiceCollection> adjust)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(Connect);
        adjust(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        _clients.Add(host);
        return host.Services;
    }
}
