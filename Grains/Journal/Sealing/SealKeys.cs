using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Tocsin.Secrets;

namespace Tocsin.Journal.Sealing;

/// <summary>What seals are checked with: public keys, and the key of the HMAC where the secret is at hand.</summary>
public sealed class SealKeys
{
    /// <summary>The most public keys of one file: one for each secret that the deployment has had.</summary>
    public const int PublicKeysMax = 100;

    internal const string PemLabel = "PUBLIC KEY";

    private readonly IReadOnlyList<PublicKey> _publicKeys;
    private readonly byte[]? _hmacKey;

    private SealKeys(IReadOnlyList<PublicKey> publicKeys, byte[]? hmacKey) => (_publicKeys, _hmacKey) = (publicKeys, hmacKey);

    /// <summary>Whether seals by HMAC can be checked.</summary>
    public bool KnowsHmac => _hmacKey is not null;

    /// <summary>Everything that follows from a secret.</summary>
    public static SealKeys Of(IKeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        using var signer = new SealSigner(keys);
        return Of(signer.PublicPem, keys);
    }

    /// <summary>Public keys from the text of a file, as PEM one behind the other; and the key of the HMAC, if there is a secret.</summary>
    /// <exception cref="FormatException">The text has no Ed25519 public key, or something else.</exception>
    public static SealKeys Of(string pem, IKeyRing? keys)
    {
        List<PublicKey> found = [];
        for (var rest = pem.AsSpan(); PemEncoding.TryFind(rest, out var block); rest = rest[block.Location.End..])
        {
            if (rest[block.Label].SequenceEqual(PemLabel))
                found.Add(Import(rest[block.Base64Data].ToString()));
        }

        return found.Count is > 0 and <= PublicKeysMax
            ? new SealKeys(found, keys?.KeyFor(KeyPurpose.Seal))
            : throw new FormatException($"it has {found.Count} blocks 'BEGIN {PemLabel}'; 1 to {PublicKeysMax} are read");
    }

    /// <summary>Whether one of the public keys verifies a signed seal. It says nothing about the seals before it.</summary>
    public bool Verify(Seal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        var text = Encoding.UTF8.GetBytes(SealText.SignedText(seal));
        return _publicKeys.Any(key => SignatureAlgorithm.Ed25519.Verify(key, text, seal.Signature));
    }

    /// <summary>Whether a seal by HMAC is made with the key behind the seal before it.</summary>
    public bool Verify(Seal seal, Seal? previous)
    {
        ArgumentNullException.ThrowIfNull(seal);
        var mac = SealText.Hmac(
            _hmacKey ?? throw new InvalidOperationException("There is no key of the HMAC."),
            seal.At,
            seal.Position,
            seal.Count,
            seal.Digest,
            previous);
        return CryptographicOperations.FixedTimeEquals(mac, seal.Signature);
    }

    private static PublicKey Import(string base64)
    {
        try
        {
            return PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromBase64String(base64), KeyBlobFormat.PkixPublicKey);
        }
        catch (FormatException e)
        {
            throw new FormatException("it has a public key that is not one of Ed25519", e);
        }
    }
}
