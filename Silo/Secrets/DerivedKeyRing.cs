using System.Security.Cryptography;
using System.Text;

namespace Tocsin.Secrets;

/// <summary>The keys of one secret: HKDF-SHA256 with the purpose as info, 32 bytes each.</summary>
public sealed class DerivedKeyRing(byte[] secret) : IKeyRing
{
    /// <summary>The length of the shortest secret, in bytes.</summary>
    public const int MinSecretBytes = 32;

    private const int KeyBytes = 32;

    /// <inheritdoc/>
    public byte[] KeyFor(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyBytes, info: Encoding.UTF8.GetBytes(purpose));
}
