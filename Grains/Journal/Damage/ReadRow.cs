using Tocsin.Identity;

namespace Tocsin.Journal.Damage;

/// <summary>
/// A board row as it was read, with the columns that only its checksum needs. A row of before has no checksum, and is taken as it is.
/// </summary>
/// <param name="Name">The stream's name.</param>
/// <param name="Version">Column <c>version</c>.</param>
/// <param name="Hash">Column <c>hash</c>.</param>
/// <param name="Position">Column <c>position</c>.</param>
/// <param name="Entry">The others.</param>
/// <param name="Kind">Column <c>kind</c>.</param>
/// <param name="Bucket">Column <c>bucket</c>.</param>
/// <param name="ListedAt">Column <c>listed_at</c>.</param>
/// <param name="Sum">Column <c>sum</c>.</param>
internal readonly record struct ReadRow(
    string Name,
    int Version,
    byte[] Hash,
    JournalPosition Position,
    BoardEntry Entry,
    long Kind,
    long Bucket,
    DateTimeOffset? ListedAt,
    int? Sum)
{
    /// <summary>The row, or what stands for it where it does not fit its checksum.</summary>
    public BoardRow ToRow(DamageLog damage)
    {
        var stream = StreamId.OfRow(Name);
        if (Sum is not { } sum || (RowSum.OfBoard(Name, Kind, Bucket, Version, Entry, ListedAt) ^ RowSum.End(Hash, Position)) == sum)
            return new BoardRow(stream, Version, Hash, Position, Entry);
        damage.Row(stream);
        return BoardRow.Damaged(stream, Position, Entry.LateAt ?? Entry.DueAt);
    }

    /// <summary>Whether reading a row failed because of what stands in it, and not because of the database.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is ArgumentException or InvalidCastException or FormatException or OverflowException;
}
