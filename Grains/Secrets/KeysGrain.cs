using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Tocsin.Secrets;

/// <summary>Gives gateways the keys that they may have.</summary>
[StatelessWorker]
internal sealed class KeysGrain(IKeyRing keys, IOptions<DevTokenOptions> options) : Grain, IKeysGrain
{
    /// <inheritdoc/>
    public Task<byte[]> DevTokenKey() =>
        Task.FromResult(options.Value.AreAllowed ? keys.KeyFor(KeyPurpose.DevToken) : []);
}
