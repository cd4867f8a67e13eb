using Orleans.Concurrency;
using Orleans.Services;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>One on each silo: hears from the others what their gateways told them.</summary>
[Alias("tocsin.ILiveService")]
public interface ILiveService : IGrainService
{
    /// <summary>Takes it. Nobody waits: what is lost, the next report brings again.</summary>
    [OneWay, Alias("Take")]
    Task Take(IReadOnlyList<PositionReport> positions, IReadOnlyList<PresenceReport> presences);
}
