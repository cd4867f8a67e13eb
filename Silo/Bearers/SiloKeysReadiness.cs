using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tocsin.Bearers;

/// <summary>A silo that can judge no token of the provider is not ready: it would answer 503 to everybody.</summary>
/// <param name="keys">The provider's keys; null: there is no provider.</param>
internal sealed class SiloKeysReadiness(SiloKeys? keys = null) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys is { Valid: null } ? HealthCheckResult.Unhealthy("No sign-in keys.") : HealthCheckResult.Healthy());
}
