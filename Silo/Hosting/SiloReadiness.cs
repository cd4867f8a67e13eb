using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tocsin.Journal;
using Tocsin.Live;

namespace Tocsin.Hosting;

/// <summary>
/// A silo is ready while the cluster counts it as active, its tail follows the journal and no observer holds it up, and it has the board in
/// memory. It does not ask the database: a silo without one still answers, 503.
/// </summary>
public sealed class SiloReadiness(ISiloStatusOracle oracle, IJournalTail tail, LiveMetrics live, TimeProvider time) : IHealthCheck
{
    /// <summary>The tag of the checks that make up readiness.</summary>
    public const string Tag = "ready";

    /// <summary>How long the tail may stand still while the journal goes on: many times what a page takes.</summary>
    public static readonly TimeSpan StallLimit = TimeSpan.FromSeconds(5);

    /// <summary>How long an observer of the tail may take for a page: none of them waits for anything.</summary>
    public static readonly TimeSpan ObserverLimit = TimeSpan.FromSeconds(5);

    /// <summary>How long the board may be missing: a board of a hundred thousand incidents is loaded in less.</summary>
    public static readonly TimeSpan BoardLimit = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check() is { } fault ? HealthCheckResult.Unhealthy(fault) : HealthCheckResult.Healthy());

    private string? Check()
    {
        if (oracle.CurrentStatus != SiloStatus.Active)
            return $"The silo is {oracle.CurrentStatus}.";
        var now = time.GetUtcNow();
        if (now - tail.StalledSince > StallLimit)
            return "The tail stands still while the journal goes on.";
        if (now - tail.HandingSince > ObserverLimit)
            return "An observer of the tail does not return: nobody is told of events.";
        return now - live.MissingSince > BoardLimit ? "The board is not in memory." : null;
    }
}
