using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Live;

/// <summary>
/// A part of the board. Parts need not be of one moment: a reader that has all of them, and then follows from the smallest of their
/// positions to the largest, has the board as of the largest.
/// </summary>
/// <param name="Epoch">The history that the position belongs to.</param>
/// <param name="Position">The position that the part is as of.</param>
/// <param name="Items">The items of this part, by stream; at most <see cref="ILiveGrain.ItemsMax"/>.</param>
/// <param name="IsLast">Whether no part follows.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BoardPart")]
public sealed record BoardPart(
    [property: Id(0)] Epoch Epoch,
    [property: Id(1)] JournalPosition Position,
    [property: Id(2)] IReadOnlyList<BoardItem> Items,
    [property: Id(3)] bool IsLast);

/// <summary>An incident or a unit as the board shows it, on its way to a gateway.</summary>
/// <param name="Stream">The stream of the incident or unit.</param>
/// <param name="Version">The number of its events.</param>
/// <param name="Json">The board's JSON of it, UTF-8; null when it is not on the board, or no longer.</param>
/// <param name="Scope">The station and units that it concerns.</param>
/// <param name="Call">For a call, which is on no board: the call without the caller's number, UTF-8. The default is null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.BoardItem")]
public sealed record BoardItem(
    [property: Id(0)] StreamId Stream,
    [property: Id(1)] int Version,
    [property: Id(2)] byte[]? Json,
    [property: Id(3)] BoardScope Scope,
    [property: Id(4)] byte[]? Call = null);
