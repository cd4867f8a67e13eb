using Orleans.Concurrency;
using Orleans.Services;

namespace Tocsin.Bearers;

/// <summary>One on each silo: tells the others how far it demands tokens. A silo that has none is of a version that checks none.</summary>
[Alias("tocsin.IBearerService")]
public interface IBearerService : IGrainService
{
    /// <summary>How far this silo demands tokens.</summary>
    [AlwaysInterleave, Alias("State")]
    Task<BearerState> State();
}
