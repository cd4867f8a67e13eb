namespace Tocsin.Access;

/// <summary>
/// The table of the access log. Its rows are numbered without gaps, in the order in which they are committed, and are only ever removed in
/// whole spans. All members may throw <see cref="Journal.JournalUnavailableException"/>.
/// </summary>
public interface IAccessStore
{
    /// <summary>Writes the items of a source whose numbers are above the last one that it wrote.</summary>
    /// <returns>The number of the source's last item that is written.</returns>
    Task<long> AppendAsync(AccessBatch batch, CancellationToken cancellation);

    /// <summary>Rows that a filter finds, newest first.</summary>
    /// <param name="filter">Which rows; its cursor is not looked at.</param>
    /// <param name="before">Only rows behind this place of the list; null: from the newest.</param>
    /// <param name="limit">The most rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task<IReadOnlyList<AccessRow>> ListAsync(AccessFilter filter, AccessPlace? before, int limit, CancellationToken cancellation);

    /// <summary>The rows from one id to another, in order.</summary>
    IAsyncEnumerable<AccessRow> RowsAsync(long first, long last, CancellationToken cancellation);

    /// <summary>The id of the newest row; 0 without any.</summary>
    Task<long> EndAsync(CancellationToken cancellation);

    /// <summary>The newest span; null: there is none.</summary>
    Task<AccessSpan?> LastSpanAsync(CancellationToken cancellation);

    /// <summary>The spans behind a number, in order.</summary>
    Task<IReadOnlyList<AccessSpan>> SpansAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>
    /// The number of the span that has a hash, among the newest <see cref="AccessLimits.SealedSearchMax"/>; null: none of them has it.
    /// </summary>
    Task<long?> NumberOfAsync(byte[] hash, CancellationToken cancellation);

    /// <summary>Adds a span behind the newest one; false: somebody else added one in between.</summary>
    Task<bool> TryAddSpanAsync(AccessSpan span, CancellationToken cancellation);

    /// <summary>
    /// Removes the rows of the oldest span that still has its rows, if its newest item happened before a time. The span itself stays.
    /// </summary>
    /// <param name="before">The time.</param>
    /// <param name="upTo">The last span that a seal covers: only those up to it are removed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many rows were removed; null: no such span is left.</returns>
    Task<int?> RemoveSpanAsync(DateTimeOffset before, long upTo, CancellationToken cancellation);
}
