using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.StreamKinds;

namespace Tocsin.Overdue;

/// <summary>
/// What of a board row is late. A row that this program cannot read is never left out: it stands in the list as <see
/// cref="OverdueKind.Unreadable"/>.
/// </summary>
internal sealed class LateRows(StreamCatalogue kinds, OverdueMetrics metrics)
{
    /// <summary>The items of a row that is late by its own account, in no order.</summary>
    public IReadOnlyList<LateItem> Of(BoardRow row)
    {
        if (row.IsDamaged || kinds.Find(row.Stream) is not { } definition)
            return [Unreadable(row)];
        try
        {
            return definition.Late is { } late ? [.. late(row)] : [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            metrics.Unreadable();
            return [Unreadable(row)];
        }
    }

    /// <summary>
    /// Whether a row that has been due for a while cannot fire here: it is damaged, this program does not know its kind, newer code wrote
    /// it, or it has been due for so long that nothing in the cluster fires it.
    /// </summary>
    /// <param name="row">A row whose <see cref="BoardEntry.DueAt"/> is past.</param>
    /// <param name="now">The time.</param>
    public bool CannotFire(BoardRow row, DateTimeOffset now) =>
        row.IsDamaged
        || kinds.Find(row.Stream) is not { } definition
        || row.Entry.ViewCode > definition.ViewCode
        || now - row.Entry.DueAt > OverdueLimits.StuckAfter;

    /// <summary>The item of a row that cannot be read, or that cannot fire: late since it was due.</summary>
    public static LateItem Unreadable(BoardRow row) => row.IsDamaged
        ? Unreadable(row.Stream, null, null, row.DamagedSince)
        : Unreadable(
            row.Stream,
            row.Entry.Priority is >= 1 and <= 4 ? row.Entry.Priority : null,
            row.Entry.Station,
            row.Entry.LateAt ?? row.Entry.DueAt);

    private static LateItem Unreadable(StreamId stream, int? priority, string? station, DateTimeOffset? since) => new(
        new OverdueItem(
            OverdueKind.Unreadable,
            stream.Kind == StreamKind.Incident ? IncidentId.Of(stream.Id) : null,
            stream.Kind == StreamKind.Call ? CallId.Of(stream.Id) : null,
            null,
            null,
            priority,
            null,
            station,
            false,
            null,
            null,
            since ?? DateTimeOffset.UnixEpoch,
            0,
            null,
            null,
            null,
            null,
            stream.ToString()),
        station);
}
