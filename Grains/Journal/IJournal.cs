using Tocsin.Identity;
using Tocsin.Journal.Erasing;

namespace Tocsin.Journal;

/// <summary>
/// The journal: streams of events in one total order, written by atomic appends. It is the source of truth; what a silo has in memory may
/// be stale. All members may throw <see cref="JournalUnavailableException"/>; a caller need expect nothing else.
/// </summary>
public interface IJournal
{
    /// <summary>The history as this process last saw it.</summary>
    Epoch Epoch { get; }

    /// <summary>Writes all of a command, or nothing, and returns once that is durable and settled.</summary>
    /// <exception cref="ArgumentException">
    /// The request breaks <see cref="JournalLimits"/>, or is inconsistent: an event without its head, the same head twice, a board entry
    /// without an event.
    /// </exception>
    ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellation = default);

    /// <summary>
    /// Returns once everything that a read found before is as durable as what an append acknowledged. Where commits wait for a synchronous
    /// standby, a database shows a commit whose wait was cut short: whoever answers that a command is done because it found it in the
    /// journal, calls this first. Does nothing on a database without such a standby.
    /// </summary>
    /// <param name="epoch">The epoch in which it was found.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask ConfirmAsync(Epoch epoch, CancellationToken cancellation = default) => ValueTask.CompletedTask;

    /// <summary>The board row of one stream, or null when it has no event.</summary>
    ValueTask<BoardRow?> FindAsync(StreamId stream, CancellationToken cancellation = default);

    /// <summary>The versions of these streams as they stand now; 0 for one that has no event.</summary>
    ValueTask<IReadOnlyList<int>> VersionsAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation = default);

    /// <summary>A keyed command that was carried out, or null.</summary>
    ValueTask<CommandRow?> FindCommandAsync(CommandId command, CancellationToken cancellation = default);

    /// <summary>
    /// Whether a command, with or without a key, wrote an event to this stream: a retry without a key asks this.
    /// </summary>
    ValueTask<bool> HasCommandAsync(StreamId stream, CommandId command, CancellationToken cancellation = default);

    /// <summary>
    /// The events of one stream after a version, at most <paramref name="limit"/> (1 to <see cref="JournalLimits.EventsPerPage"/>), in
    /// order.
    /// </summary>
    ValueTask<IReadOnlyList<JournalEvent>> ReadStreamAsync(
        StreamId stream, int afterVersion, int limit, CancellationToken cancellation = default);

    /// <summary>
    /// The events of all streams after a position, in order; at least <paramref name="limit"/> of them if there are so many, and never a
    /// part of an append.
    /// </summary>
    ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(JournalPosition after, int limit, CancellationToken cancellation = default);

    /// <summary>As <see cref="ReadAsync"/>, with the board rows of the streams that the events touched, unknown kinds included.</summary>
    ValueTask<JournalPage> ReadPageAsync(JournalPosition after, int limit, CancellationToken cancellation = default);

    /// <summary>All board rows of open things of some kinds, from one state of the database.</summary>
    /// <param name="kinds">The stored numbers of the kinds; at least one.</param>
    /// <param name="take">Is given each of them.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The position and the epoch that they are as of.</returns>
    ValueTask<(JournalPosition Position, Epoch Epoch)> ReadPictureAsync(
        short[] kinds, Action<BoardRow> take, CancellationToken cancellation = default);

    /// <summary>The position of the last event, and the epoch, as they are now.</summary>
    ValueTask<(JournalPosition Position, Epoch Epoch)> ReadEndAsync(CancellationToken cancellation = default);

    /// <summary>
    /// The board rows of one kind whose last event is after a position, in order of position, at most <paramref name="limit"/>; only open
    /// ones when asked.
    /// </summary>
    ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(
        StreamKind kind, bool openOnly, JournalPosition after, int limit, CancellationToken cancellation = default);

    /// <summary>The board rows of these streams, in the order asked for; those that have no event are left out.</summary>
    ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation = default);

    /// <summary>The streams that have something to fire, most urgent first.</summary>
    ValueTask<IReadOnlyList<DueStream>> ReadDueAsync(DueQuery query, CancellationToken cancellation = default);

    /// <summary>How many streams of other kinds than these are due before an instant: kinds that this program does not know.</summary>
    ValueTask<int> CountDueAsync(DateTimeOffset before, IReadOnlyList<short> otherThan, CancellationToken cancellation = default);

    /// <summary>The personal data of these streams, as far as there is any.</summary>
    ValueTask<IReadOnlyDictionary<StreamId, string>> ReadPersonalAsync(
        IReadOnlyList<StreamId> streams, CancellationToken cancellation = default);

    /// <summary>
    /// Replaces lines of a stream that were written in plain text by the same lines with texts enciphered, and notes them in the table of
    /// erasures. Their hashes stay. A line that was replaced before is passed over.
    /// </summary>
    /// <returns>False: the stream has another key by now, and nothing was done.</returns>
    /// <param name="stream">The stream.</param>
    /// <param name="key">The stream's key as it is stored, written where it has none.</param>
    /// <param name="lines">The lines, at most <see cref="JournalLimits.EventsPerPage"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask<bool> EncipherAsync(
        StreamId stream, string key, IReadOnlyList<EncipheredLine> lines, CancellationToken cancellation = default);

    /// <summary>The versions of a stream's lines that were replaced so: they do not follow from the hash before them.</summary>
    ValueTask<IReadOnlySet<int>> ReadEncipheredAsync(StreamId stream, CancellationToken cancellation = default);

    /// <summary>The hash of the newest row of the table of erasures; null while it has none.</summary>
    ValueTask<byte[]?> ReadErasureHashAsync(CancellationToken cancellation = default);

    /// <summary>Erases the personal data of a stream; the journal stays as it is.</summary>
    ValueTask ErasePersonalAsync(StreamId stream, CancellationToken cancellation = default);
}
