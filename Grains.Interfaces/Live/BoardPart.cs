using Tocsin.Journal;

namespace Tocsin.Live;

/// <summary>
/// A part of the board. Parts need not be of one moment: whoever has all of them and then follows from the smallest of their positions to the largest has
/// the board as of it.
/// </summary>
/// <param name="Epoch">The history.</param>
/// <param name="Position">What the part is as of.</param>
/// <param name="Items">Its items, by stream.</param>
/// <param name="IsLast">Whether no part follows.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BoardPart")]
public sealed record BoardPart(
    [property: Id(0)] Epoch Epoch,
    [property: Id(1)] JournalPosition Position,
    [property: Id(2)] IReadOnlyList<BoardItem> Items,
    [property: Id(3)] bool IsLast);
