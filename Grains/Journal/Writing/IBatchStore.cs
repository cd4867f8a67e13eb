namespace Tocsin.Journal.Writing;

/// <summary>
/// Makes batches durable, on PostgreSQL and on SQLite in different ways. Called by one writer, one batch at a time.
/// </summary>
public interface IBatchStore : IAsyncDisposable
{
    /// <summary>
    /// Commits a batch as one durable transaction. No command is in it twice, and no stream that one of its requests writes, so its
    /// requests are independent: one that conflicts is left out, and the others are written.
    /// </summary>
    /// <param name="batch">1 or more requests.</param>
    /// <param name="cancellation">
    /// Is cancelled when the batch must be answered; if its outcome is unknown then: <see cref="JournalUnavailableException"/>.
    /// </param>
    /// <returns>The answers, in the order of the batch.</returns>
    /// <exception cref="BatchRejectedException">
    /// The database rejected the batch as a whole, and nothing of it was written: each request is tried alone.
    /// </exception>
    /// <exception cref="JournalUnavailableException">
    /// The database is unavailable, or the outcome was not known in time: the batch may or may not have been written.
    /// </exception>
    ValueTask<IReadOnlyList<AppendResult>> CommitAsync(IReadOnlyList<PreparedAppend> batch, CancellationToken cancellation);

    /// <summary>
    /// Returns once the store can commit again. After a <see cref="JournalUnavailableException"/> it is called until it succeeds; meanwhile
    /// every append fails at once. A store that is always available returns at once.
    /// </summary>
    /// <exception cref="JournalUnavailableException">It is still unavailable.</exception>
    ValueTask ProbeAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
}
