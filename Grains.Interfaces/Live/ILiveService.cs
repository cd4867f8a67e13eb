using Orleans.Concurrency;
using Orleans.Services;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>A service on each silo that takes from the other silos what their gateways received.</summary>
[Alias("tocsin.ILiveService")]
public interface ILiveService : IGrainService
{
    /// <summary>Takes positions and presences. Nobody waits for it; a lost report is made good by the next.</summary>
    [OneWay, Alias("Take")]
    Task Take(IReadOnlyList<PositionReport> positions, IReadOnlyList<PresenceReport> presences);

    /// <summary>Takes refused reports of units. Nobody waits for it, either.</summary>
    [OneWay, Alias("TakeRefused")]
    Task TakeRefused(IReadOnlyList<RefusedReport> refused);
}
