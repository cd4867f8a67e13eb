using Tocsin.Identity;
using Tocsin.Journal.Damage;

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
    /// <summary>What stands for the kind of an event that is damaged.</summary>
    public const string DamagedKind = "Damaged";

    private readonly string? _line = Line;

    /// <summary>The line, in plain text.</summary>
    /// <exception cref="DamagedException">The event is damaged: nothing of it may be taken for true.</exception>
    public string Line
    {
        get => _line ?? throw DamagedException.OfLine(Stream, Position);
        init => _line = value;
    }

    /// <summary>The line as it stands in the journal, where members of it are enciphered there; null: it is <see cref="Line"/>.</summary>
    public string? Stored { get; init; }

    /// <summary>The text that was hashed.</summary>
    public string Hashed => Stored ?? Line;

    /// <summary>Whether it is not what was written. It stands for the event that is at its position.</summary>
    public bool IsDamaged => _line is null;

    /// <summary>What stands for an event that is damaged.</summary>
    /// <param name="position">Its position.</param>
    /// <param name="stream">Its stream, which may be the damaged part.</param>
    /// <param name="version">Its version; the same holds.</param>
    public static JournalEvent Damaged(JournalPosition position, StreamId stream, int version) =>
        new(position, stream, version, DamagedKind, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, default, null!, []);

    /// <inheritdoc/>
    public override string ToString() => $"{Position} {Stream} {Version} {Kind}";
}
