using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>What happened after a position, and what moved.</summary>
/// <param name="Epoch">The history.</param>
/// <param name="Position">Up to where this tells.</param>
/// <param name="Events">Every event after the position that was asked for, up to <paramref name="Position"/>, in order.</param>
/// <param name="Items">The incidents and units among their streams, each once, as of <paramref name="Position"/> or newer.</param>
/// <param name="Positions">The newest position of each unit that reported since.</param>
/// <param name="Presences">Who opened, left or keeps open which incident since.</param>
/// <param name="Mark">What to ask with next time, of the same silo: up to where positions and presences are told.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LivePage")]
public sealed record LivePage(
    [property: Id(0)] Epoch Epoch,
    [property: Id(1)] JournalPosition Position,
    [property: Id(2)] IReadOnlyList<LiveEvent> Events,
    [property: Id(3)] IReadOnlyList<BoardItem> Items,
    [property: Id(4)] IReadOnlyList<PositionReport> Positions,
    [property: Id(5)] IReadOnlyList<PresenceReport> Presences,
    [property: Id(6)] LiveMark Mark);

/// <summary>An event on its way to a gateway.</summary>
/// <param name="Position">Its place in the total order.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its number in that stream.</param>
/// <param name="Kind">What happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Json">The event as the contract shows it, UTF-8.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LiveEvent")]
public sealed record LiveEvent(
    [property: Id(0)] JournalPosition Position,
    [property: Id(1)] StreamId Stream,
    [property: Id(2)] int Version,
    [property: Id(3)] string Kind,
    [property: Id(4)] DateTimeOffset RecordedAt,
    [property: Id(5)] byte[] Json);

/// <summary>Up to where a silo has told a gateway of positions and presences. Another silo counts otherwise, and begins anew.</summary>
/// <param name="Silo">Which run of which silo.</param>
/// <param name="Count">How far.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LiveMark")]
public readonly record struct LiveMark([property: Id(0)] string? Silo, [property: Id(1)] long Count)
{
    /// <summary>For whoever wants events alone: no silo is called so, and none counts so far.</summary>
    public static LiveMark NotWanted { get; } = new("", long.MaxValue);
}
