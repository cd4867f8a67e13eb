using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.Telemetry;

namespace Tocsin.Hosting;

/// <summary>Health and metrics.</summary>
internal static class Monitoring
{
    /// <summary>Adds them.</summary>
    public static void AddMonitoring(this WebApplicationBuilder builder, GatewayOptions options)
    {
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Draining>());
        builder.Services.AddHealthChecks().AddCheck<Draining>("draining", tags: [SiloReadiness.Tag]);
        builder.AddTocsinMetrics(
            options.Mode == RunMode.Embedded ? ProcessRole.Embedded : ProcessRole.Gateway,
            metrics => metrics.AddMeter("Microsoft.AspNetCore.Server.Kestrel").AddAspNetCoreInstrumentation());
        builder.AddTocsinTracing(tracing => tracing.AddAspNetCoreInstrumentation(requests => requests.Filter = IsTraced));
    }

    /// <summary>Maps them; they need no token, and are never limited.</summary>
    public static void MapMonitoring(this WebApplication app)
    {
        app.MapTocsinHealth();
        app.MapPrometheusScrapingEndpoint(Meters.Path);
    }

    // The feed is one request for hours; pages, health and metrics are not of interest.
    private static bool IsTraced(HttpContext http) =>
        http.Request.Path.StartsWithSegments(ApiOperation.BasePath, StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments(ApiOperation.BasePath + "/feed", StringComparison.Ordinal);
}
