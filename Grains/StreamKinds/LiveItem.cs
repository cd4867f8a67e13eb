using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Live;

namespace Tocsin.StreamKinds;

/// <summary>One thing in the live picture.</summary>
/// <param name="Stream">The thing's stream.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Position">The position of the last of them.</param>
/// <param name="View">The whole view, UTF-8; null when the thing is not on the board (any longer).</param>
/// <param name="Board">The board's JSON of it, UTF-8; null when it is not on the board.</param>
/// <param name="Scope">The stations and units whose affair it is.</param>
internal sealed record LiveItem(StreamId Stream, int Version, JournalPosition Position, byte[]? View, byte[]? Board, BoardScope Scope)
{
    /// <summary>
    /// The thing as a value, for who works on the board in memory: a unit's view, an incident in short; null when it is not on the board.
    /// </summary>
    public object? Value { get; init; }

    /// <summary>When it was received or issued: a past board shows newer things first; null: it shows them by id.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>The JSON that the feed carries beside the events of a thing that stands on no board (a call), UTF-8; null: none.</summary>
    public byte[]? Beside { get; init; }

    /// <summary>The item as it goes to a gateway.</summary>
    public BoardItem ToBoardItem() => new(Stream, Version, Board, Scope, Beside);

    /// <summary>The item of a row that left the board, or that stands on none.</summary>
    public static LiveItem Off(BoardRow row, BoardScope scope) => new(row.Stream, row.Version, row.Position, null, null, scope);
}
