using Orleans.Concurrency;

namespace Tocsin.Secrets;

/// <summary>Gives gateways the keys that they may have.</summary>
[StatelessWorker]
internal sealed class KeysGrain(IKeyRing keys) : Grain, IKeysGrain
{
    /// <inheritdoc/>
    public Task<byte[]> DevTokenKey() => Task.FromResult(keys.KeyFor(KeyPurpose.DevToken));
}
