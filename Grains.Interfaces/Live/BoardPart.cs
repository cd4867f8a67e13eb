using Tocsin.Identity;
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

/// <summary>An incident or a unit as the board shows it, on its way to a gateway.</summary>
/// <param name="Stream">Which.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Json">The board's JSON of it, UTF-8; null when it is not on the board (any longer).</param>
/// <param name="Scope">Whose affair it is.</param>
/// <param name="Call">Of a call, which stands on no board: the call, without the caller's number, UTF-8.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BoardItem")]
public sealed record BoardItem(
    [property: Id(0)] StreamId Stream,
    [property: Id(1)] int Version,
    [property: Id(2)] byte[]? Json,
    [property: Id(3)] BoardScope Scope,
    [property: Id(4)] byte[]? Call = null);
