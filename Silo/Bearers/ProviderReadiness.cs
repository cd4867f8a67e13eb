using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tocsin.Bearers;

/// <summary>
/// A gateway or silo that cannot judge a token is not ready: it would answer 503 to everybody; the balancer sends people to one that can.
/// </summary>
internal sealed class ProviderReadiness(ProviderKeys keys) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.Known is not null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No sign-in keys."));
}
