using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Tocsin.Secrets;

namespace Tocsin.Bearers;

/// <summary>What a silo says in its calls to silos: derived from the secret of the deployment, which gateways do not have.</summary>
/// <param name="keys">The keys of the deployment.</param>
internal sealed class MemberProof(IKeyRing keys)
{
    /// <summary>The value of <see cref="CallOrigin.Key"/>.</summary>
    public string Value { get; } = "silo " + Convert.ToBase64String(keys.KeyFor(KeyPurpose.Member));

    /// <summary>Whether a call comes from a silo.</summary>
    public bool IsIn(string? origin) => origin is not null && CryptographicOperations.FixedTimeEquals(Bytes(origin), Bytes(Value));

    private static ReadOnlySpan<byte> Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan());
}
