using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sealing;

/// <summary>How seals are reckoned; never changes, or old seals could not be checked any more.</summary>
public static class SealText
{
    /// <summary>
    /// Makes the seal of a minute over the head of the access log, if there is one, and heads that come in order of their names.
    /// </summary>
    public static async Task<Seal> MakeAsync(
        byte[] key,
        DateTimeOffset minute,
        JournalPosition position,
        IAsyncEnumerable<SealedHead> heads,
        SealedHead? access,
        Seal? previous,
        CancellationToken cancellation)
    {
        var (count, digest) = await DigestAsync(heads, access, cancellation);
        return new Seal(minute, position, count, digest, Hmac(key, minute, position, count, digest, previous), access);
    }

    /// <summary>SHA-256 over, for each head: its name in UTF-8, a zero byte, its version as four bytes (highest first), its hash.</summary>
    public static byte[] Digest(IEnumerable<SealedHead> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var head in heads)
            Append(hash, head);
        return hash.GetHashAndReset();
    }

    /// <summary>
    /// HMAC-SHA256 over the line <c>minute position count digest previous</c>, times as in events, bytes in lower-case hex, <c>-</c> for
    /// none.
    /// </summary>
    public static byte[] Hmac(byte[] key, DateTimeOffset minute, JournalPosition position, int count, byte[] digest, Seal? previous)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var before = previous is null ? "-" : Convert.ToHexStringLower(previous.Hmac);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{EventLine.Time(minute)} {position} {count} {Convert.ToHexStringLower(digest)} {before}");
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(line));
    }

    private static async Task<(int Count, byte[] Digest)> DigestAsync(
        IAsyncEnumerable<SealedHead> heads, SealedHead? access, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        if (access is { } first)
        {
            Append(hash, first);
            count++;
        }

        await foreach (var head in heads.WithCancellation(cancellation))
        {
            Append(hash, head);
            count++;
        }

        return (count, hash.GetHashAndReset());
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
