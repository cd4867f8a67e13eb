using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>Hears from the other silos.</summary>
[Reentrant]
internal sealed class LiveService(GrainId id, Silo silo, ILoggerFactory loggers, LiveExchange exchange)
    : GrainService(id, silo, loggers), ILiveService
{
    /// <inheritdoc/>
    public Task Take(IReadOnlyList<PositionReport> positions, IReadOnlyList<PresenceReport> presences)
    {
        exchange.TakeFromSilo(positions, presences);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task TakeRefused(IReadOnlyList<RefusedReport> refused)
    {
        exchange.TakeFromSilo(refused);
        return Task.CompletedTask;
    }
}
