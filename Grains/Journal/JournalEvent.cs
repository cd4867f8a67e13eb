using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>An event as it stands in the journal.</summary>
/// <param name="Position">Its place in the total order.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Its number in that stream, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was recorded: the same for all events of one append, and never falling with rising position.</param>
/// <param name="CommandId">The command that made it.</param>
/// <param name="Line">The very text that was hashed: the JSON of the event without position and hash.</param>
/// <param name="Hash">SHA-256 over the previous event's hash (32 zeros at first) and the line's UTF-8.</param>
public sealed record JournalEvent(
    JournalPosition Position,
    StreamId Stream,
    int Version,
    string Kind,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    CommandId CommandId,
    string Line,
    byte[] Hash);
