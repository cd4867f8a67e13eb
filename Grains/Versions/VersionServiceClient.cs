using Orleans.Runtime.Services;

namespace Tocsin.Versions;

/// <summary>Reaches the <see cref="IVersionService"/> of a silo.</summary>
internal sealed class VersionServiceClient(IServiceProvider services) : GrainServiceClient<IVersionService>(services)
{
    /// <summary>The one of that silo.</summary>
    public IVersionService At(SiloAddress silo) => GetGrainService(silo);
}
