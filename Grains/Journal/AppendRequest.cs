using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>
/// Everything that one command writes, on any number of streams: it is written completely, or not at all. The limits of
/// <see cref="JournalLimits"/> are checked before it is queued.
/// </summary>
/// <param name="CommandId">The command.</param>
/// <param name="Actor">Who gave it.</param>
/// <param name="Epoch">The epoch in which it was decided; if it is another one now: <see cref="AppendOutcome.EpochMoved"/>.</param>
/// <param name="Heads">Each stream that it touches or relies on, once; the first answers for the command.</param>
/// <param name="Events">
/// The events, in the order in which they are written; none for a keyed command that changes nothing.
/// </param>
public sealed record AppendRequest(
    CommandId CommandId,
    Actor Actor,
    Epoch Epoch,
    IReadOnlyList<StreamHead> Heads,
    IReadOnlyList<PendingEvent> Events)
{
    /// <summary>What to remember of it; null when it came without a key.</summary>
    public CommandKey? Key { get; init; }

    /// <summary>Narrow rows of incidents to write.</summary>
    public IReadOnlyList<IncidentRow> Incidents { get; init; } = [];

    /// <summary>Narrow rows of assignments to write.</summary>
    public IReadOnlyList<ResponseRow> Responses { get; init; } = [];

    /// <summary>Narrow rows of calls to write.</summary>
    public IReadOnlyList<CallRow> Calls { get; init; } = [];

    /// <summary>How lists find the streams, where that changed.</summary>
    public IReadOnlyList<ListingChange> Listings { get; init; } = [];

    /// <summary>Names to take or to give back; what is given back is free for what is taken.</summary>
    public IReadOnlyList<ClaimChange> Claims { get; init; } = [];

    /// <summary>
    /// Whether it erases something: no copy of what was there before may stay in the database's files, as far as the database lets go of
    /// it.
    /// </summary>
    public bool Erases { get; init; }

    /// <summary>Personal data to write or remove.</summary>
    public IReadOnlyList<PersonalEntry> Personal { get; init; } = [];
}
