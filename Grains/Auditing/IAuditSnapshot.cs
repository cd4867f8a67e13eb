using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;

namespace Tocsin.Auditing;

/// <summary>
/// A snapshot of the database, read only, on a connection of its own. Not for two callers at once. Its members throw the exceptions of the
/// database's driver, and <see cref="Journal.Damage.DamagedException"/> where the database says that a part of it is damaged.
/// </summary>
public interface IAuditSnapshot : IAsyncDisposable
{
    /// <summary>The last position by the counter row; null on a database that has no such row.</summary>
    JournalPosition? CountedEnd { get; }

    /// <summary>The next events of all streams after a position, in order.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadAsync(JournalPosition after, int limit, CancellationToken cancellation);

    /// <summary>The next events of one stream after a version, up to another one, in order of version.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadStreamAsync(StreamId stream, int after, int upTo, int limit, CancellationToken cancellation);

    /// <summary>The narrow rows of these incidents and calls.</summary>
    ValueTask<NarrowRows> ReadRowsAsync(IReadOnlyList<IncidentId> incidents, IReadOnlyList<CallId> calls, CancellationToken cancellation);

    /// <summary>The listings and claimed names of these streams; those without a board row are left out.</summary>
    ValueTask<IReadOnlyDictionary<string, StoredListing>> ReadListingsAsync(
        IReadOnlyList<string> streams, CancellationToken cancellation);

    /// <summary>The keys of streams whose lines have enciphered members, as they are stored; a stream without any is left out.</summary>
    ValueTask<IReadOnlyDictionary<string, string>> ReadKeysAsync(IReadOnlyList<string> streams, CancellationToken cancellation);

    /// <summary>The table of erasures, in order.</summary>
    ValueTask<IReadOnlyList<ErasureRow>> ReadErasuresAsync(CancellationToken cancellation);

    /// <summary>The next seals after a time (null: from the first), in order.</summary>
    ValueTask<IReadOnlyList<Seal>> ReadSealsAsync(DateTimeOffset? after, int limit, CancellationToken cancellation);

    /// <summary>Asks the database what of it is damaged, as far as it can say without reading every row as the audit does.</summary>
    ValueTask FindDamageAsync(AuditFindings findings, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Looks for rows that refer to nothing, and for numbers that are used twice.</summary>
    ValueTask FindLooseEndsAsync(AuditFindings findings, CancellationToken cancellation);
}
