namespace Tocsin.Projections;

/// <summary>Stores the rows of projections. They follow from the journal: if they are lost, they are made again.</summary>
public interface IProjectionStore
{
    /// <summary>The place of a projection; null: it has no rows yet.</summary>
    Task<ProjectionPlace?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Writes rows and moves the place in one transaction, if the place is still the expected one.</summary>
    /// <param name="name">The projection.</param>
    /// <param name="expected">The place that the caller began at; null: there was none.</param>
    /// <param name="next">The place after these rows; if it is the journal's start, all rows are removed first.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Whether it was written; false: another silo was faster, and nothing is written.</returns>
    Task<bool> TryAdvanceAsync(
        string name, ProjectionPlace? expected, ProjectionPlace next, IReadOnlyList<RowChange> rows, CancellationToken cancellation);

    /// <summary>The rows whose time is in [from, to), in no order.</summary>
    IAsyncEnumerable<ProjectedRow> ReadAsync(string name, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);
}
