using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Deciding;

/// <summary>
/// What the events of one stream come to: immutable, made by <see cref="Apply"/> alone, the same whoever applies them. Pure: no clock, no
/// I/O.
/// </summary>
public interface IStreamState
{
    /// <summary>The stream.</summary>
    StreamId Stream { get; }

    /// <summary>How many events were applied; 0: the thing does not exist.</summary>
    int Version { get; }

    /// <summary>When it has something to fire next; null when nothing is left.</summary>
    DateTimeOffset? DueAt => null;

    /// <summary>
    /// How lists find it; null: no list shows things of this kind. It has one from its first event on, and keeps it.
    /// </summary>
    Listing? Listing => null;

    /// <summary>The time by which lists order it (<see cref="Journal.Listing.At"/>); null: no list shows it.</summary>
    DateTimeOffset? ListedAt => Listing?.At;

    /// <summary>How that differs from <paramref name="before"/>; null: not at all.</summary>
    ListingChange? ListingChange(IStreamState before)
    {
        if (Listing is not { } after)
            return null;
        var earlier = before.Version == 0 ? null : before.Listing;
        return after.Equals(earlier) ? null : new ListingChange(Stream, earlier, after);
    }

    /// <summary>
    /// The names that it holds, each of which only one stream may hold at a time (<see cref="ClaimChange.Name"/>). A command that needs a
    /// name that another stream holds is refused by its case (<c>UseCase.Claimed</c>).
    /// </summary>
    IReadOnlyList<string> Claims => [];

    /// <summary>The names that it gives back and takes, compared with <paramref name="before"/>.</summary>
    IEnumerable<ClaimChange> ClaimChanges(IStreamState before) => ClaimChange.Between(Stream, before.Claims, Claims);

    /// <summary>
    /// Whether it may stand without a name that it should hold: two things had one name before such names were unique, or a silo of an
    /// earlier version wrote it.
    /// </summary>
    bool MayLackClaims => false;

    /// <summary>Whether it may stand without a key of its listing: an earlier version wrote it, which did not know such keys.</summary>
    bool MayLackKey(string key) => false;

    /// <summary>How many times something of it was erased: the keys that it is written with now are those of that number.</summary>
    int Erasures => 0;

    /// <summary>Every field of which something was erased so far.</summary>
    IReadOnlyList<ErasureField> ErasedFields => [];

    /// <summary>The state after one more event. Never refuses: what stands in the journal stands.</summary>
    IStreamState Apply(object happened, DateTimeOffset occurredAt);

    /// <summary>The board entry that the append writes for this state.</summary>
    BoardEntry ToBoard();

    /// <summary>
    /// Adds the narrow rows in which this state differs from <paramref name="before"/>; most kinds have none. The tables of these rows are
    /// parameters of the append (<c>append_4</c>), so their kinds are fixed. A new kind's rows of reports are a projection.
    /// </summary>
    void AddRows(IStreamState before, NarrowRows rows)
    {
    }
}
