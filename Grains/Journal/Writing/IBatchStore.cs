namespace Tocsin.Journal.Writing;

/// <summary>
/// Where batches become durable: the one thing that PostgreSQL and SQLite do each in their own way. Called by one writer, one batch at a
/// time.
/// </summary>
public interface IBatchStore : IAsyncDisposable
{
    /// <summary>
    /// Carries out a batch as one durable transaction. No command stands in it twice, and no stream that one of its requests writes, so its
    /// requests are independent: one that conflicts is left out with all its streams, its neighbours stay.
    /// </summary>
    /// <param name="batch">1 or more requests.</param>
    /// <param name="cancellation">
    /// Fires when the batch must be answered: what is not settled then is <see cref="JournalUnavailableException"/>.
    /// </param>
    /// <returns>The answers, in the order of the batch.</returns>
    /// <exception cref="BatchRejectedException">
    /// The database refused the batch as a whole and nothing of it was written: each request is tried alone.
    /// </exception>
    /// <exception cref="JournalUnavailableException">
    /// The database is away, or the batch could not be settled in time: it may or may not have been written.
    /// </exception>
    ValueTask<IReadOnlyList<AppendResult>> CommitAsync(IReadOnlyList<PreparedAppend> batch, CancellationToken cancellation);

    /// <summary>
    /// Returns once the store can commit again; called again and again after <see cref="JournalUnavailableException"/>, while the writer
    /// answers every append at once. A store that is never away returns at once.
    /// </summary>
    /// <exception cref="JournalUnavailableException">It is still away.</exception>
    ValueTask ProbeAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
}
