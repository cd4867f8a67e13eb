using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tocsin.SignIn;

/// <summary>A gateway that cannot judge a token is not ready: the balancer sends people to one that can.</summary>
internal sealed class ProviderReadiness(ProviderKeys keys) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.AreKnown ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No sign-in keys."));
}
