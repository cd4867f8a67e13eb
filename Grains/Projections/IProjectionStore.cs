namespace Tocsin.Projections;

/// <summary>Where the rows of projections are. They follow from the journal and may be lost: then they are made anew.</summary>
public interface IProjectionStore
{
    /// <summary>How far a projection is; null: nothing of it is there.</summary>
    Task<ProjectionPlace?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Writes rows and moves the place in one transaction, if the place is still the expected one.</summary>
    /// <param name="name">The projection.</param>
    /// <param name="expected">The place from which the caller began; null: there was none.</param>
    /// <param name="next">The place that the rows lead to; at the journal's start all rows are removed.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Whether it was done; else another silo was faster, and nothing is written.</returns>
    Task<bool> TryAdvanceAsync(
        string name, ProjectionPlace? expected, ProjectionPlace next, IReadOnlyList<RowChange> rows, CancellationToken cancellation);

    /// <summary>The rows whose time lies in [from, to), in no order.</summary>
    IAsyncEnumerable<ProjectedRow> ReadAsync(string name, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);
}
