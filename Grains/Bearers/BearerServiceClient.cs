using Orleans.Runtime.Services;

namespace Tocsin.Bearers;

/// <summary>Reaches the <see cref="IBearerService"/> of a silo.</summary>
internal sealed class BearerServiceClient(IServiceProvider services) : GrainServiceClient<IBearerService>(services)
{
    /// <summary>The one of that silo.</summary>
    public IBearerService At(SiloAddress silo) => GetGrainService(silo);
}
