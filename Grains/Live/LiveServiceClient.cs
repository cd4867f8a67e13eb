using Orleans.Runtime.Services;

namespace Tocsin.Live;

/// <summary>Reaches the <see cref="ILiveService"/> of a silo.</summary>
internal sealed class LiveServiceClient(IServiceProvider services) : GrainServiceClient<ILiveService>(services)
{
    /// <summary>That of this silo.</summary>
    public ILiveService At(SiloAddress silo) => GetGrainService(silo);
}
