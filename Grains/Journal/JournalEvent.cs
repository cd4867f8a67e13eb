using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>An event as it stands in the journal.</summary>
/// <param name="Position">Its place in the total order.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Its number in that stream, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was recorded: the same for all events of one append; never earlier than at a lower position.</param>
/// <param name="CommandId">The command that made it.</param>
/// <param name="Line">The JSON of the event without position and hash, as a fold or a reader takes it.</param>
/// <param name="Hash">
/// SHA-256 over the hash of the event before it (32 zero bytes for the first) and <see cref="Hashed"/>, UTF-8.
/// </param>
public sealed record JournalEvent(
    JournalPosition Position,
    StreamId Stream,
    int Version,
    string Kind,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    CommandId CommandId,
    string Line,
    byte[] Hash)
{
    /// <summary>The line as it stands in the journal, where members of it are enciphered there; null: it is <see cref="Line"/>.</summary>
    public string? Stored { get; init; }

    /// <summary>The text that was hashed.</summary>
    public string Hashed => Stored ?? Line;
}
