using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Runtime.Services;

namespace Tocsin.Versions;

/// <summary>Tells the other silos what this one reads.</summary>
[Reentrant]
internal sealed class VersionService(GrainId id, Silo silo, ILoggerFactory loggers, OwnReadables own) : GrainService(id, silo, loggers), IVersionService
{
    /// <inheritdoc/>
    public Task<Readables> Readable() => Task.FromResult(own.Value);
}

/// <summary>Reaches the <see cref="IVersionService"/> of a silo.</summary>
internal sealed class VersionServiceClient(IServiceProvider services) : GrainServiceClient<IVersionService>(services)
{
    /// <summary>The one of that silo.</summary>
    public IVersionService At(SiloAddress silo) => GetGrainService(silo);
}
