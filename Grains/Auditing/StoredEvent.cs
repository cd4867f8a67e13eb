using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>The columns of an event, unchecked: even the stream may be no valid name.</summary>
/// <param name="Position">Column <c>position</c>.</param>
/// <param name="Stream">Column <c>stream</c>.</param>
/// <param name="Version">Column <c>version</c>.</param>
/// <param name="Kind">Column <c>kind</c>.</param>
/// <param name="OccurredAt">Column <c>occurred_at</c>.</param>
/// <param name="RecordedAt">Column <c>recorded_at</c>.</param>
/// <param name="Actor">Column <c>actor</c>; null on SQLite, which has no such column.</param>
/// <param name="CommandId">Column <c>command_id</c>.</param>
/// <param name="Line">Column <c>line</c>.</param>
/// <param name="Hash">Column <c>hash</c>.</param>
/// <param name="BoardVersion">The version of the stream's board row; null when it has none.</param>
/// <param name="Board">The board row, if it is at this event's version; else null.</param>
public sealed record StoredEvent(
    JournalPosition Position,
    string Stream,
    int Version,
    string Kind,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string? Actor,
    Guid CommandId,
    string Line,
    byte[] Hash,
    int? BoardVersion,
    StoredBoard? Board)
{
    /// <summary>Column <c>sum</c>; null in rows of before.</summary>
    public int? Sum { get; init; }

    /// <summary>Whether <see cref="Board"/> does not fit its checksum.</summary>
    public bool IsBoardDamaged { get; init; }
}
