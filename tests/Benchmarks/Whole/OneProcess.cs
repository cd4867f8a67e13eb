using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tocsin.Hosting;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>Gateway and silo in this process, on an empty folder of their own: what a request costs is what this process spends.</summary>
internal static class OneProcess
{
    /// <summary>Starts it, measures over one connection, and stops it.</summary>
    /// <param name="measure">Measures.</param>
    /// <param name="cancellation">Cancels the start and the stop.</param>
    public static async Task RunAsync(Func<WireConnection, Tokens, Task> measure, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-one-");
        try
        {
            await using var app = GatewayApp.Build(
                [
                    "--urls", "http://127.0.0.1:0", "--Tocsin:DataDirectory", folder.FullName, "--Tocsin:Demo", "false",
                    "--Tocsin:DevKeyFile", DevSignIn.KeyFile,
                ],
                builder => builder.Logging.ClearProviders());
            await app.StartAsync(cancellation);
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            var address = new Uri(addresses.First());
            using (var connection = await WireConnection.OpenAsync(address))
                await measure(connection, await Tokens.FetchAsync(address));
            await app.StopAsync(cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
