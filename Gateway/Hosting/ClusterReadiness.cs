using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tocsin.Calling;
using Tocsin.Secrets;

namespace Tocsin.Hosting;

/// <summary>
/// A gateway is ready when a silo answers it. It calls one, and does not only count connections: a lost connection is made anew by the next
/// call only, and a gateway that is not ready gets no calls. The call needs no database.
/// </summary>
internal sealed class ClusterReadiness(ClusterConnection connection, IGrainFactory grains, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!connection.IsFound)
            return HealthCheckResult.Unhealthy("No silo was found yet.");
        try
        {
            await grains.GetGrain<IKeysGrain>(0).DevTokenKey().WaitAsync(AnswerTimeout, time, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (GrainCaller.IsTransient(exception))
        {
            return HealthCheckResult.Unhealthy("No silo answers.");
        }
    }
}
