using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sealing;

/// <summary>How seals are computed; never changes, or old seals could not be checked any more.</summary>
public static class SealText
{
    /// <summary>The first word of the line of a seal by HMAC.</summary>
    public const string HmacForm = "tocsin-seal-1";

    /// <summary>The first word of the line, and of the signed text, of a signed seal.</summary>
    public const string SignedForm = "tocsin-seal-2";

    /// <summary>The chain's hash before the first seal.</summary>
    public static ReadOnlySpan<byte> FirstHash => EventLine.FirstHash;

    /// <summary>SHA-256 over, for each head: its name in UTF-8, a zero byte, its version as four bytes (highest first), its hash.</summary>
    public static byte[] Digest(IEnumerable<SealedHead> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var head in heads)
            Append(hash, head);
        return hash.GetHashAndReset();
    }

    /// <summary>As <see cref="Digest"/>, with the number of heads, which come in order of their names.</summary>
    public static async Task<(int Count, byte[] Digest)> DigestAsync(IAsyncEnumerable<SealedHead> heads, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        await foreach (var head in heads.WithCancellation(cancellation))
        {
            Append(hash, head);
            count++;
        }

        return (count, hash.GetHashAndReset());
    }

    /// <summary>
    /// The text that a signed seal's signature is over: <c>tocsin-seal-2 at position count digest previous</c> and the parts, if any;
    /// times as in events, bytes in lower-case hex.
    /// </summary>
    public static string SignedText(Seal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        var previous = seal.Previous ?? throw new ArgumentException("A seal by HMAC has no signed text.", nameof(seal));
        return Join(SignedForm, seal, Convert.ToHexStringLower(previous), seal.Parts);
    }

    /// <summary>
    /// HMAC-SHA256 over the line <c>at position count digest previous</c>, where previous is the signature of the seal before it, <c>-</c>
    /// for none.
    /// </summary>
    public static byte[] Hmac(byte[] key, DateTimeOffset at, JournalPosition position, int count, byte[] digest, Seal? previous)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var before = previous is null ? "-" : Convert.ToHexStringLower(previous.Signature);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{EventLine.Time(at)} {position} {count} {Convert.ToHexStringLower(digest)} {before}");
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(line));
    }

    /// <summary>
    /// The seal as one line, for a log or a file elsewhere: the signed text and the signature; of a seal by HMAC
    /// <c>tocsin-seal-1 at position count digest hmac</c>.
    /// </summary>
    public static string Line(Seal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        var signature = Convert.ToHexStringLower(seal.Signature);
        return seal.IsSigned ? $"{SignedText(seal)} {signature}" : Join(HmacForm, seal, signature);
    }

    /// <summary>The chain's hash after a seal: SHA-256(hash before it, UTF-8 of its line), as in the chain of a stream.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> previous, Seal seal) => EventLine.Hash(previous, Line(seal));

    private static string Join(string form, Seal seal, params ReadOnlySpan<string> rest)
    {
        var text = new StringBuilder(form);
        text.Append(CultureInfo.InvariantCulture, $" {EventLine.Time(seal.At)} {seal.Position} {seal.Count} ");
        text.Append(Convert.ToHexStringLower(seal.Digest));
        foreach (var word in rest)
        {
            if (word.Length > 0)
                text.Append(' ').Append(word);
        }

        return text.ToString();
    }

    private static void Append(IncrementalHash hash, in SealedHead head)
    {
        Span<byte> version = stackalloc byte[5];
        version[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(version[1..], head.Version);
        hash.AppendData(Encoding.UTF8.GetBytes(head.Stream));
        hash.AppendData(version);
        hash.AppendData(head.Hash);
    }
}
