using Tocsin.Bearers;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Positions;
using Tocsin.Presence;

namespace Tocsin.Live;

/// <summary>
/// The live picture, told to gateways: any silo can answer for any position, so there is no subscription to lose. Stateless; a gateway that
/// gets no answer asks with another key, and so another silo. Throws <see cref="JournalUnavailableException"/> while a silo has not loaded
/// its board.
/// </summary>
[Alias("tocsin.ILiveGrain")]
public interface ILiveGrain : IGrainWithIntegerKey
{
    /// <summary>The most events in a page.</summary>
    const int EventsMax = 1_000;

    /// <summary>The most items in a part of the board.</summary>
    const int ItemsMax = 2_000;

    /// <summary>The longest wait of <see cref="Read"/>: 1 s.</summary>
    static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(1);

    /// <summary>The items of the board after a stream, in the order of their names; at most <see cref="ItemsMax"/>.</summary>
    /// <param name="after">The last stream of the part before; null for the first part.</param>
    [ForGateways, Alias("Load")]
    Task<BoardPart> Load(StreamId? after);

    /// <summary>
    /// As <see cref="Load"/>, for a gateway that says which kinds it reads. A silo of before that has only <see cref="Load"/>.
    /// </summary>
    /// <param name="after">The stream after which the part begins; null: from the first.</param>
    /// <param name="kinds">As in <see cref="LiveMark.Kinds"/>.</param>
    [ForGateways, Alias("LoadKinds")]
    Task<BoardPart> LoadKinds(StreamId? after, string kinds);

    /// <summary>What happened after a position; waits up to <paramref name="wait"/> for something, and then answers with nothing.</summary>
    /// <param name="after">The position that is known; the page tells from there on.</param>
    /// <param name="mark">How far positions and presences are known; <see cref="LiveMark.NotWanted"/> asks for none.</param>
    /// <param name="wait">The longest wait, at most <see cref="WaitMax"/>.</param>
    [ForGateways, Alias("Read")]
    Task<LivePage> Read(JournalPosition after, LiveMark mark, TimeSpan wait);

    /// <summary>
    /// The position at which the journal ends now, by the database: a reader of its own writes waits until the picture has come so far.
    /// </summary>
    [ForGateways, Alias("End")]
    Task<JournalPosition> End();

    /// <summary>Takes positions and presences that a gateway received, and passes them on to the other silos.</summary>
    /// <param name="positions">The positions of units, at most 1,000 of one request.</param>
    /// <param name="presences">The presences of consoles.</param>
    [ForGateways, Alias("Hand")]
    Task Hand(IReadOnlyList<PositionReport> positions, IReadOnlyList<PresenceReport> presences);

    /// <summary>
    /// As <see cref="Hand"/>, with what else was heard of positions. A silo of before that has only <see cref="Hand"/>.
    /// </summary>
    /// <param name="heard">What the gateway heard.</param>
    [ForGateways, Alias("HandHeard")]
    Task HandHeard(HeardReports heard);

    /// <summary>Where a unit was in [from, to), oldest first: at most <paramref name="limit"/> points, the newest of them.</summary>
    [SignedIn, Alias("Track")]
    Task<IReadOnlyList<PositionReport>> Track(UnitId unit, DateTimeOffset from, DateTimeOffset to, int limit);

    /// <summary>Those of the units that are registered.</summary>
    [ForGateways, Alias("Registered")]
    Task<IReadOnlyList<UnitId>> Registered(IReadOnlyList<UnitId> units);
}
