using System.Buffers.Binary;

namespace Tocsin.Journal.Damage;

/// <summary>
/// The short checksums of journal lines and board rows: of each the part that is known before the append, and the part that the append
/// adds. <c>docs/data-model.md</c> has the recipe, which never changes. A checksum shows damage, not intent: that is what the chain is for.
/// </summary>
internal static class RowSum
{
    /// <summary>The part of a line that is known before the append: the line without its time of recording.</summary>
    /// <param name="before">The line before that time.</param>
    /// <param name="after">The line behind it.</param>
    public static int OfLine(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        using var text = new SumText();
        text.Add(before);
        text.Add(after);
        return text.Value;
    }

    /// <summary>The part of a board row that is known before the append.</summary>
    /// <param name="name">The stream's name.</param>
    /// <param name="kind">The stored number of its kind.</param>
    /// <param name="bucket">Its bucket.</param>
    /// <param name="version">Its version.</param>
    /// <param name="entry">What stands in the row.</param>
    /// <param name="listedAt">The time by which lists order it.</param>
    public static int OfBoard(string name, long kind, long bucket, int version, BoardEntry entry, DateTimeOffset? listedAt)
    {
        using var text = new SumText();
        text.AddLine(name);
        text.AddLine(kind);
        text.AddLine(version);
        text.AddLine(entry.Open ? 1 : 0);
        text.AddLine(entry.Status);
        text.AddLine(entry.Priority);
        text.AddLine(entry.Station);
        text.AddLine(entry.DueAt?.ToUnixTimeMilliseconds());
        text.AddLine(entry.LateAt?.ToUnixTimeMilliseconds());
        text.AddLine(listedAt?.ToUnixTimeMilliseconds());
        text.AddLine(bucket);
        text.AddLine(entry.ViewCode);
        text.Add(entry.View);
        return text.Value;
    }

    /// <summary>The part that the append adds: the eight words of the hash and the two of the position, each xor the others.</summary>
    public static int End(ReadOnlySpan<byte> hash, JournalPosition position)
    {
        var folded = position.Value;
        for (; hash.Length >= sizeof(long); hash = hash[sizeof(long)..])
            folded ^= BinaryPrimitives.ReadInt64BigEndian(hash);
        return unchecked((int)(folded >> 32) ^ (int)folded);
    }
}
