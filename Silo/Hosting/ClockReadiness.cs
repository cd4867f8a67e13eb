using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tocsin.Journal.Timekeeping;

namespace Tocsin.Hosting;

/// <summary>
/// A process whose clock lies behind the journal's end or the database's clock is not ready: it would say "now" of what is past. Where it
/// is the database's clock that lies behind, processes stay ready.
/// </summary>
public sealed class ClockReadiness(ClockGuard guard) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(guard.Verdict switch
        {
            null => HealthCheckResult.Unhealthy("The clock was not compared with the journal yet."),
            { IsReady: false } wrong => HealthCheckResult.Unhealthy(
                string.Create(CultureInfo.InvariantCulture, $"The clock lies {wrong.Behind.TotalSeconds:0.0} s behind.")),
            _ => HealthCheckResult.Healthy(),
        });
}
