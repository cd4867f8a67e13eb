using Tocsin.Bearers;

namespace Tocsin.Secrets;

/// <summary>Hands a gateway, which has no database, the key that it needs. Stateless; its key is 0.</summary>
[ForGateways, Alias("tocsin.IKeysGrain")]
public interface IKeysGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// The 32-byte HMAC-SHA256 key of development tokens: the same on every gateway, and after a restart. Empty where the silo allows no
    /// development tokens.
    /// </summary>
    [Alias("DevTokenKey")]
    Task<byte[]> DevTokenKey();
}
