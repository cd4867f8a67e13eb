using Tocsin.Identity;

namespace Tocsin.Live;

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
