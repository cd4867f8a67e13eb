using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tocsin.Hosting;

/// <summary>Says that the gateway is not ready as soon as it is told to stop, and only then lets it stop.</summary>
internal sealed class Draining : IHealthCheck
{
    private readonly IHostApplicationLifetime _lifetime;

    public Draining(IHostApplicationLifetime lifetime, GatewayOptions options)
    {
        _lifetime = lifetime;
        // Whoever waits here holds the stop up: whoever sends requests has time to look and to send them elsewhere.
        lifetime.ApplicationStopping.Register(() => Thread.Sleep(options.DrainTime));
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());
}
