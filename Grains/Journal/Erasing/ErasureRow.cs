using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Erasing;

/// <summary>
/// A row of the table of erasures: a line that is not the one that was hashed any more, because texts in it were enciphered afterwards. The
/// rows form a chain behind <see cref="EventLine.FirstHash"/>.
/// </summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Position">The position of the line.</param>
/// <param name="Stream">The name of its stream.</param>
/// <param name="Version">Its version.</param>
/// <param name="At">When it was done; whole milliseconds.</param>
/// <param name="Digest">SHA-256 of the line as it stands now.</param>
/// <param name="Hash">The hash of this row behind the one before it.</param>
public sealed record ErasureRow(
    long Number, JournalPosition Position, string Stream, int Version, DateTimeOffset At, byte[] Digest, byte[] Hash)
{
    /// <summary>The digest of a line.</summary>
    public static byte[] DigestOf(string line) => SHA256.HashData(Encoding.UTF8.GetBytes(line));

    /// <summary>The hash of this row behind another one.</summary>
    /// <param name="previous">The hash of the row before it.</param>
    public byte[] HashBehind(ReadOnlySpan<byte> previous) => EventLine.Hash(
        previous,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Number} {Position} {Stream} {Version} {EventLine.Time(At)} {Convert.ToHexStringLower(Digest)}"));
}
