using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Tocsin.Hosting;

/// <summary>Liveness looks at nothing but its own process; readiness at the checks tagged <see cref="SiloReadiness.Tag"/>.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps <c>/healthz/live</c> and <c>/healthz/ready</c>.</summary>
    public static void MapTocsinHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints
            .MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(SiloReadiness.Tag) })
            .AllowAnonymous();
    }
}
