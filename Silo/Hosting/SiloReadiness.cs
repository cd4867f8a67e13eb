using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tocsin.Hosting;

/// <summary>A silo is ready while the cluster counts it as active. It does not look at the database: a silo without one still answers, 503.</summary>
public sealed class SiloReadiness(ISiloStatusOracle oracle) : IHealthCheck
{
    /// <summary>The tag of the checks that make up readiness.</summary>
    public const string Tag = "ready";

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        oracle.CurrentStatus == SiloStatus.Active ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The silo is {oracle.CurrentStatus}."));
}
