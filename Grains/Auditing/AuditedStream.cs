using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Auditing;

/// <summary>A stream at its last event, with what is kept beside the journal.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Last">Its last event.</param>
/// <param name="State">What its events come to; null when one of them could not be folded: then only the head can be compared.</param>
/// <param name="Board">Its board row.</param>
/// <param name="BoardDue">The board entry that its events come to; null like <paramref name="State"/>.</param>
/// <param name="Rows">Its narrow rows.</param>
/// <param name="RowsDue">The narrow rows that its events come to; null like <paramref name="State"/>.</param>
public sealed record AuditedStream(
    StreamId Stream,
    StoredEvent Last,
    IStreamState? State,
    StoredBoard Board,
    BoardEntry? BoardDue,
    NarrowRows Rows,
    NarrowRows? RowsDue)
{
    /// <summary>How lists find it.</summary>
    public StoredListing Listing { get; init; } = StoredListing.None;

    /// <summary>How lists should find it; null like <see cref="State"/>.</summary>
    public StoredListing? ListingDue { get; init; }
}
