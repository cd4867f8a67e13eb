using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using Tocsin.Secrets;

namespace Tocsin.Journal.Sealing;

/// <summary>Signs seals with the private half of the deployment's Ed25519 key, which follows from its secret.</summary>
public sealed class SealSigner : IDisposable
{
    private readonly Key _key;
    private readonly byte[] _hmacKey;

    /// <summary>Takes the keys.</summary>
    public SealSigner(IKeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _hmacKey = keys.KeyFor(KeyPurpose.Seal);
        _key = Key.Import(SignatureAlgorithm.Ed25519, keys.KeyFor(KeyPurpose.SealSignature), KeyBlobFormat.RawPrivateKey);
    }

    /// <summary>The public half, as PEM (<c>BEGIN PUBLIC KEY</c>), with a line feed at its end.</summary>
    public string PublicPem => PemEncoding.WriteString(SealKeys.PemLabel, Public) + "\n";

    /// <summary>The public half in one line: the middle line of the PEM.</summary>
    public string PublicLine => Convert.ToBase64String(Public);

    private byte[] Public => _key.PublicKey.Export(KeyBlobFormat.PkixPublicKey);

    /// <summary>Signs a seal that has everything else.</summary>
    public Seal Sign(Seal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return seal with { Signature = SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(SealText.SignedText(seal))) };
    }

    /// <summary>Gives a seal its HMAC behind the seal before it: for members of the cluster that know nothing else.</summary>
    public Seal Mac(Seal seal, Seal? previous)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return seal with { Signature = SealText.Hmac(_hmacKey, seal.At, seal.Position, seal.Count, seal.Digest, previous) };
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
