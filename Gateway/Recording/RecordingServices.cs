using Microsoft.AspNetCore.HttpOverrides;
using Tocsin.Settings;

namespace Tocsin.Recording;

/// <summary>Adds the access log, and what says where requests come from.</summary>
internal static class RecordingServices
{
    /// <summary>Adds them.</summary>
    public static void AddRecording(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton<AccessMetrics>();
        services.AddSingleton<AccessLog>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in options.Proxies)
                forwarded.KnownIPNetworks.Add(network);

            // As many as are trusted, one behind the other; the first that is not is the client.
            forwarded.ForwardLimit = null;
        });
    }

    /// <summary>Takes the address of a client from trusted proxies, if there are any.</summary>
    public static void UseProxies(this IApplicationBuilder app, GatewayOptions options)
    {
        if (options.Proxies.Count > 0)
            app.UseForwardedHeaders();
    }
}
