using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;

namespace Tocsin.Auditing;

/// <summary>
/// One state of the database, whatever is written meanwhile; read only, on a connection of its own. One reader at a time. Its members throw
/// what the database's driver throws.
/// </summary>
public interface IAuditSnapshot : IAsyncDisposable
{
    /// <summary>Where the row that counts positions says that the journal ends; null where there is no such row.</summary>
    JournalPosition? CountedEnd { get; }

    /// <summary>The next events of all streams after a position, in order.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(JournalPosition after, int limit, CancellationToken cancellation);

    /// <summary>The next events of one stream after a version, up to another one, in order of version.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAsync(StreamId stream, int after, int upTo, int limit, CancellationToken cancellation);

    /// <summary>The narrow rows of these incidents and calls.</summary>
    ValueTask<NarrowRows> ReadRowsAsync(IReadOnlyList<IncidentId> incidents, IReadOnlyList<CallId> calls, CancellationToken cancellation);

    /// <summary>How lists find these streams, and the names that they hold, by stream; those without a board row are missing.</summary>
    ValueTask<IReadOnlyDictionary<string, StoredListing>> ReadListingsAsync(
        IReadOnlyList<string> streams, CancellationToken cancellation);

    /// <summary>The next seals after a minute (null: from the first), in order.</summary>
    ValueTask<IReadOnlyList<Seal>> ReadSealsAsync(DateTimeOffset? after, int limit, CancellationToken cancellation);

    /// <summary>Looks for rows that point to nothing, and for numbers that stand twice.</summary>
    ValueTask FindLooseEndsAsync(AuditFindings findings, CancellationToken cancellation);
}
