using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>Lists and reports: read on a pool and with time-outs of their own, so that no report slows an append.</summary>
public interface IJournalQueries
{
    /// <summary>A page of things of one kind.</summary>
    ValueTask<IReadOnlyList<ListedRow>> ListAsync(ListQuery query, CancellationToken cancellation = default);

    /// <summary>
    /// The board rows of what is late (<see cref="BoardEntry.LateAt"/>), the longest first, at most <paramref name="limit"/>.
    /// </summary>
    ValueTask<IReadOnlyList<BoardRow>> ListLateAsync(int limit, CancellationToken cancellation = default);

    /// <summary>
    /// The board rows of all kinds, unknown ones included, that have been due since before an instant, the longest first, at most
    /// <paramref name="limit"/>. The watch wakes a stream when it is due, so these could not fire.
    /// </summary>
    ValueTask<IReadOnlyList<BoardRow>> ListDueAsync(DateTimeOffset before, int limit, CancellationToken cancellation = default);

    /// <summary>
    /// The incidents that were received and not yet closed at an instant, as they are known now; in no order, at most <paramref
    /// name="limit"/>.
    /// </summary>
    ValueTask<IReadOnlyList<IncidentId>> ListOpenAtAsync(DateTimeOffset at, int limit, CancellationToken cancellation = default);

    /// <summary>The incidents, no exercises, received in [from, to), open and closed, in no order.</summary>
    IAsyncEnumerable<IncidentRow> ReportIncidentsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default);

    /// <summary>The assignments of the incidents that <see cref="ReportIncidentsAsync"/> gives, in no order.</summary>
    IAsyncEnumerable<ReportedResponse> ReportResponsesAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default);

    /// <summary>The calls that came in in [from, to), in no order; not those that are joined to an exercise.</summary>
    IAsyncEnumerable<ReportedCall> ReportCallsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default);

    /// <summary>Which streams of a kind changed by some kinds of events within the next positions of the journal.</summary>
    /// <param name="after">The position after which it begins.</param>
    /// <param name="limit">How many positions are looked at, 1 to 100,000.</param>
    /// <param name="kind">The kind of stream.</param>
    /// <param name="events">The kinds of events.</param>
    /// <param name="cancellation">Ends the read.</param>
    ValueTask<JournalChanges> ListChangesAsync(
        JournalPosition after,
        int limit,
        StreamKind kind,
        IReadOnlySet<string> events,
        CancellationToken cancellation = default);
}
