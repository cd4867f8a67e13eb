using Orleans.Concurrency;
using Orleans.Services;

namespace Tocsin.Versions;

/// <summary>One on each silo: tells the others what it reads. A silo that has none reads <see cref="Readables.Baseline"/>.</summary>
[Alias("tocsin.IVersionService")]
public interface IVersionService : IGrainService
{
    /// <summary>The kinds that this silo reads.</summary>
    [AlwaysInterleave, Alias("Readable")]
    Task<Readables> Readable();
}
