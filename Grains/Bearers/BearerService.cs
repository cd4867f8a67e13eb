using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Tocsin.Bearers;

/// <summary>Tells the other silos how far this one demands tokens.</summary>
[Reentrant]
internal sealed class BearerService(GrainId id, Silo silo, ILoggerFactory loggers, BearerDemand demand)
    : GrainService(id, silo, loggers), IBearerService
{
    /// <inheritdoc/>
    public Task<BearerState> State() => Task.FromResult(demand.State);
}
