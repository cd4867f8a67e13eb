using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Tocsin.Hosting;

/// <summary>Health and metrics.</summary>
internal static class Watching
{
    /// <summary>Adds them.</summary>
    public static void AddWatching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Draining>());
        builder.Services.AddHealthChecks().AddCheck<Draining>("draining", tags: [SiloReadiness.Tag]);
        builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("tocsin-gateway")).WithMetrics(metrics => metrics
            .AddTocsinMeters()
            .AddMeter("Microsoft.AspNetCore.Server.Kestrel")
            .AddAspNetCoreInstrumentation()
            .AddPrometheusExporter());
    }

    /// <summary>Maps them: they need no token, and are never limited.</summary>
    public static void MapWatching(this WebApplication app)
    {
        app.MapTocsinHealth();
        app.MapPrometheusScrapingEndpoint("/metrics");
    }
}
