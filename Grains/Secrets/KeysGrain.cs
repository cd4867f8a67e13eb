using Orleans.Concurrency;

namespace Tocsin.Secrets;

/// <summary>Hands out what a gateway may know of the key ring.</summary>
[StatelessWorker]
internal sealed class KeysGrain(IKeyRing keys) : Grain, IKeysGrain
{
    /// <inheritdoc/>
    public Task<byte[]> DevTokenKey() => Task.FromResult(keys.KeyFor(KeyPurpose.DevToken));
}
