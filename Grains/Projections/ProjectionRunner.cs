using System.Runtime.CompilerServices;
using Tocsin.Journal;
using Tocsin.Reading;

namespace Tocsin.Projections;

/// <summary>
/// Brings projections up to date with the journal. Any number of silos may do it at the same time: a step is written only if the
/// projection's place is still the one that the step began at.
/// </summary>
internal sealed class ProjectionRunner(
    IJournal journal, IJournalQueries queries, IProjectionStore store, TimeProvider time, FreshViews views)
{
    /// <summary>
    /// The rows whose time is in [from, to), up to date with the journal.
    /// </summary>
    /// <exception cref="JournalUnavailableException">The rows were not up to date in time.</exception>
    public async IAsyncEnumerable<ProjectedRow> ReadAsync(
        Projection projection, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var enough = new CancellationTokenSource(ProjectionLimits.Wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, enough.Token);
        try
        {
            await CatchUpAsync(projection, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new JournalUnavailableException($"The rows '{projection.Name}' of the report are being made. Ask again.");
        }

        await foreach (var row in store.ReadAsync(projection.Name, from, to, cancellation))
            yield return row;
    }

    /// <summary>Follows the journal to its present end. Begins anew if the rows are of older code or of another history.</summary>
    public async Task CatchUpAsync(Projection projection, CancellationToken cancellation)
    {
        var (end, epoch) = await journal.ReadEndAsync(cancellation);
        for (var lost = 0; lost < ProjectionLimits.LostMax;)
        {
            var place = await store.FindAsync(projection.Name, cancellation);
            var next = await NextAsync(projection, place, epoch, end, cancellation);
            if (next is not { } step)
                return;
            if (!await store.TryAdvanceAsync(projection.Name, place, step.Place, step.Rows, cancellation))
                lost++;
        }

        throw new JournalUnavailableException($"Others make the rows '{projection.Name}' all the time. Ask again.");
    }

    /// <summary>One step of a rebuild, during which the rows can be read; false: the projection is not being rebuilt.</summary>
    public async Task<bool> RebuildStepAsync(Projection projection, CancellationToken cancellation)
    {
        if (await store.FindAsync(projection.Name, cancellation) is not { Rebuilt: { } rebuilt } place || place.Code > projection.Code)
            return false;
        var (rows, upTo) = await RowsAsync(projection, rebuilt, cancellation);
        var next = place with { Rebuilt = upTo < place.Position ? upTo : null };
        await store.TryAdvanceAsync(projection.Name, place, next, rows, cancellation);
        return true;
    }

    // Null: it is up to date.
    private async Task<(ProjectionPlace Place, IReadOnlyList<RowChange> Rows)?> NextAsync(
        Projection projection, ProjectionPlace? place, Epoch epoch, JournalPosition end, CancellationToken cancellation)
    {
        // Another history, after a restore: the rows may be of events that no longer exist. All are made again from the first position.
        if (place is null || place.Epoch != epoch)
            return (new ProjectionPlace(Math.Max(projection.Code, place?.Code ?? 0), epoch, JournalPosition.Start, null), []);

        // Older code made other rows: all are made again. Rows of newer code stay as they are, and are read as they are.
        if (place.Code < projection.Code)
            return (place with { Code = projection.Code, Position = JournalPosition.Start, Rebuilt = null }, []);
        if (place.Position >= end)
            return null;
        var (rows, upTo) = await RowsAsync(projection, place.Position, cancellation);
        return (place with { Position = upTo }, rows);
    }

    private async Task<(IReadOnlyList<RowChange> Rows, JournalPosition UpTo)> RowsAsync(
        Projection projection, JournalPosition after, CancellationToken cancellation)
    {
        var changes = await queries.ListChangesAsync(
            after, ProjectionLimits.PositionsPerStep, projection.Kind, projection.Events, cancellation);
        var board = changes.Streams.Count == 0 ? [] : await journal.ReadBoardAsync(changes.Streams, cancellation);

        // Where a board row is damaged its events say it; where these are, too, the row of before stays.
        var sound = await views.SoundAsync(board);
        return ([.. sound.Select(row => new RowChange(row.Stream, row.Version, projection.Row(row)))], changes.UpTo);
    }
}
