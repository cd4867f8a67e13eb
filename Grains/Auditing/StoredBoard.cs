using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;

namespace Tocsin.Auditing;

/// <summary>A board row, column by column.</summary>
/// <param name="Kind">Column <c>kind</c>.</param>
/// <param name="Version">Column <c>version</c>.</param>
/// <param name="Hash">Column <c>hash</c>, lower-case hex.</param>
/// <param name="Position">Column <c>position</c>.</param>
/// <param name="Open">Column <c>open</c>.</param>
/// <param name="Status">Column <c>status</c>.</param>
/// <param name="Priority">Column <c>priority</c>.</param>
/// <param name="Station">Column <c>station</c>.</param>
/// <param name="DueAt">Column <c>due_at</c>.</param>
/// <param name="LateAt">Column <c>late_at</c>.</param>
/// <param name="Bucket">Column <c>bucket</c>.</param>
/// <param name="ViewCode">Column <c>view_code</c>.</param>
/// <param name="View">Column <c>view</c>.</param>
public sealed record StoredBoard(
    short Kind,
    int Version,
    string Hash,
    JournalPosition Position,
    bool Open,
    short Status,
    short Priority,
    string? Station,
    DateTimeOffset? DueAt,
    DateTimeOffset? LateAt,
    short Bucket,
    short ViewCode,
    string View)
{
    /// <summary>Whether it fits a checksum; a row of before has none, and fits.</summary>
    /// <param name="stream">The name of its stream.</param>
    /// <param name="listedAt">Column <c>listed_at</c>.</param>
    /// <param name="sum">Column <c>sum</c>.</param>
    public bool Fits(string stream, DateTimeOffset? listedAt, int? sum)
    {
        var entry = new BoardEntry(View, ViewCode, Open, Status, Priority, Station, DueAt) { LateAt = LateAt };
        return sum is null
            || (RowSum.OfBoard(stream, Kind, Bucket, Version, entry, listedAt) ^ RowSum.End(Convert.FromHexString(Hash), Position)) == sum;
    }

    /// <summary>The row that an append writes for a stream with this last event.</summary>
    public static StoredBoard Of(StreamId stream, StoredEvent last, BoardEntry entry) => new(
        (short)stream.Kind,
        last.Version,
        Convert.ToHexStringLower(last.Hash),
        last.Position,
        entry.Open,
        entry.Status,
        entry.Priority,
        entry.Station,
        entry.DueAt,
        entry.LateAt,
        stream.Bucket,
        entry.ViewCode,
        entry.View);
}
