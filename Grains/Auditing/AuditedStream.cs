using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>A stream after its last event, with what the database stores of it beside the journal.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Last">Its last event.</param>
/// <param name="State">The state that its events fold to; null if one of them could not be folded: then only the head is compared.</param>
/// <param name="Board">Its board row.</param>
/// <param name="BoardDue">The board entry that it should have; null if <paramref name="State"/> is.</param>
/// <param name="Rows">Its narrow rows.</param>
/// <param name="RowsDue">The narrow rows that it should have; null if <paramref name="State"/> is.</param>
public sealed record AuditedStream(
    StreamId Stream,
    StoredEvent Last,
    IStreamState? State,
    StoredBoard Board,
    BoardEntry? BoardDue,
    NarrowRows Rows,
    NarrowRows? RowsDue)
{
    /// <summary>Its listing.</summary>
    public StoredListing Listing { get; init; } = StoredListing.None;

    /// <summary>The listing that it should have; null if <see cref="State"/> is.</summary>
    public StoredListing? ListingDue { get; init; }
}
