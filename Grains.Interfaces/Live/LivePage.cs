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
