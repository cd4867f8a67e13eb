using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Journal.Writing;

namespace Tocsin.Access;

/// <summary>How the spans of the access log are chained; never changes, or old spans could not be checked any more.</summary>
internal static class AccessChain
{
    private static readonly byte[] None = new byte[SHA256.HashSizeInBytes];

    /// <summary>SHA-256 over, for each row in order: its id, a space, its line, and a line feed, in UTF-8.</summary>
    public static byte[] Digest(IEnumerable<AccessRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.Id} {row.Line}\n")));
        return hash.GetHashAndReset();
    }

    /// <summary>
    /// SHA-256 over the hash of the span before (32 bytes, zeros for the first) and the line <c>number first last newest digest</c>, the
    /// time as in events, the digest in lower-case hex.
    /// </summary>
    public static byte[] Hash(AccessSpan? previous, long number, long first, long last, DateTimeOffset newest, byte[] digest)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{number} {first} {last} {EventLine.Time(newest)} {Convert.ToHexStringLower(digest)}");
        return SHA256.HashData([.. previous?.Hash ?? None, .. Encoding.UTF8.GetBytes(line)]);
    }
}
