using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tocsin.Bearers;

/// <summary>
/// A gateway or silo that cannot judge a token is not ready: it would answer 503 to everybody; the balancer sends people to one that can.
/// </summary>
/// <param name="keys">The provider's keys; null: there is no provider.</param>
public sealed class ProviderReadiness(ProviderKeys? keys = null) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys is { Known: null } ? HealthCheckResult.Unhealthy("No sign-in keys.") : HealthCheckResult.Healthy());
}
