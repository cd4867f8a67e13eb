using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tocsin.Hosting;

/// <summary>Says that the gateway is not ready as soon as it is told to stop, and only then lets it stop: whoever sends requests has time to send them elsewhere.</summary>
internal sealed class Draining(IHostApplicationLifetime lifetime, GatewayOptions options, TimeProvider time) : IHealthCheck, IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());

    /// <summary>Comes before anything is stopped.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(options.DrainTime, time, cancellationToken);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
