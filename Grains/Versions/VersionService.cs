using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Tocsin.Versions;

/// <summary>Tells the other silos what this one reads.</summary>
[Reentrant]
internal sealed class VersionService(
    GrainId id, Silo silo, ILoggerFactory loggers, OwnReadables own)
    : GrainService(id, silo, loggers), IVersionService
{
    /// <inheritdoc/>
    public Task<Readables> Readable() => Task.FromResult(own.Value);
}
