using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>What happened after a position, and what moved.</summary>
/// <param name="Epoch">The history that the position belongs to.</param>
/// <param name="Position">The position up to which this page tells.</param>
/// <param name="Events">
/// Every event after the position that was asked for, up to <paramref name="Position"/>, in order; at most
/// <see cref="ILiveGrain.EventsMax"/>.
/// </param>
/// <param name="Items">The incidents and units among their streams, each once, as of <paramref name="Position"/> or newer.</param>
/// <param name="Positions">The newest position of each unit that reported since the mark.</param>
/// <param name="Presences">Who opened, left or keeps open which incident since the mark.</param>
/// <param name="Mark">The mark to ask the same silo with next time: how far positions and presences are told.</param>
/// <param name="Refused">The newest refused position report of each unit that has one since the mark; null, the default: none.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LivePage")]
public sealed record LivePage(
    [property: Id(0)] Epoch Epoch,
    [property: Id(1)] JournalPosition Position,
    [property: Id(2)] IReadOnlyList<LiveEvent> Events,
    [property: Id(3)] IReadOnlyList<BoardItem> Items,
    [property: Id(4)] IReadOnlyList<PositionReport> Positions,
    [property: Id(5)] IReadOnlyList<PresenceReport> Presences,
    [property: Id(6)] LiveMark Mark,
    [property: Id(7)] IReadOnlyList<RefusedReport>? Refused = null);

/// <summary>An event on its way to a gateway.</summary>
/// <param name="Position">The place in the total order of events.</param>
/// <param name="Stream">The stream that it belongs to.</param>
/// <param name="Version">The number of the event in its stream, from 1.</param>
/// <param name="Kind">The kind of event, as the trail writes it.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Json">The event as the contract shows it, UTF-8.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LiveEvent")]
public sealed record LiveEvent(
    [property: Id(0)] JournalPosition Position,
    [property: Id(1)] StreamId Stream,
    [property: Id(2)] int Version,
    [property: Id(3)] string Kind,
    [property: Id(4)] DateTimeOffset RecordedAt,
    [property: Id(5)] byte[] Json);
