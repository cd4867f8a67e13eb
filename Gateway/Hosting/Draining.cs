using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tocsin.Settings;

namespace Tocsin.Hosting;

/// <summary>Reports that the gateway is not ready as soon as it is told to stop, and delays the stop by the drain time.</summary>
internal sealed class Draining(GatewayOptions options, TimeProvider time) : IHealthCheck, IHostedLifecycleService
{
    private volatile bool _stopping;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_stopping ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());

    /// <summary>Nothing stops before this ends: load balancers have time to see it, and to send requests to other gateways.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        return Task.Delay(options.DrainTime, time, cancellationToken);
    }

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
