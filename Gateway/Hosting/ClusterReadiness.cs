using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tocsin.Hosting;

/// <summary>A gateway is ready when it has found a silo, and as long as it has a connection to any.</summary>
internal sealed class ClusterReadiness(ClusterConnection connection, IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStarted.IsCancellationRequested && connection.MayBeThere
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("No connection to a silo."));
}
