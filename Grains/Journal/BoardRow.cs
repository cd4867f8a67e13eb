using Tocsin.Identity;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal;

/// <summary>A stream's board row as it stands.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Hash">The hash of its last event.</param>
/// <param name="Position">The position of its last event.</param>
/// <param name="Entry">The state after it.</param>
public sealed record BoardRow(StreamId Stream, int Version, byte[] Hash, JournalPosition Position, BoardEntry Entry)
{
    private readonly BoardEntry? _entry = Entry;

    /// <summary>The state after the last event.</summary>
    /// <exception cref="DamagedException">The row is damaged: nothing of it may be taken for true.</exception>
    public BoardEntry Entry
    {
        get => _entry ?? throw DamagedException.OfRow(Stream);
        init => _entry = value;
    }

    /// <summary>Whether it is not what was written: then it has no entry, and its version, hash and position may be wrong.</summary>
    public bool IsDamaged => _entry is null;

    /// <summary>
    /// Whether it was made of its stream's events, because the row that is stored is damaged: it has no position and no hash.
    /// </summary>
    public bool IsMended { get; init; }

    /// <summary>Of a damaged row: since when it is late, or was due, as far as that can be read.</summary>
    public DateTimeOffset? DamagedSince { get; private init; }

    /// <summary>What stands for a row that is damaged.</summary>
    /// <param name="stream">The stream that it says.</param>
    /// <param name="position">The position that it says.</param>
    /// <param name="since">When it says that it was due.</param>
    public static BoardRow Damaged(StreamId stream, JournalPosition position, DateTimeOffset? since) =>
        new(stream, 0, [], position, null!) { DamagedSince = since };

    /// <inheritdoc/>
    public override string ToString() => $"{Stream} {Version}{(IsDamaged ? ", damaged" : "")}";
}
