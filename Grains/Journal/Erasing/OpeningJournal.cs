using Tocsin.Identity;

namespace Tocsin.Journal.Erasing;

/// <summary>
/// The journal as all but the audit see it: a line with enciphered members is deciphered here, and nowhere else, when it is read. So folds,
/// feeds and trails see plain text; <see cref="JournalEvent.Stored"/> keeps the line that was hashed.
/// </summary>
internal sealed class OpeningJournal(IJournal inner, StreamKeys keys) : IJournal
{
    /// <inheritdoc/>
    public Epoch Epoch => inner.Epoch;

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellation = default) =>
        inner.AppendAsync(request, cancellation);

    /// <inheritdoc/>
    public ValueTask ConfirmAsync(Epoch epoch, CancellationToken cancellation = default) => inner.ConfirmAsync(epoch, cancellation);

    /// <inheritdoc/>
    public ValueTask<BoardRow?> FindAsync(StreamId stream, CancellationToken cancellation = default) =>
        inner.FindAsync(stream, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<int>> VersionsAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation = default) =>
        inner.VersionsAsync(streams, cancellation);

    /// <inheritdoc/>
    public ValueTask<CommandRow?> FindCommandAsync(CommandId command, CancellationToken cancellation = default) =>
        inner.FindCommandAsync(command, cancellation);

    /// <inheritdoc/>
    public ValueTask<bool> HasCommandAsync(StreamId stream, CommandId command, CancellationToken cancellation = default) =>
        inner.HasCommandAsync(stream, command, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JournalEvent>> ReadStreamAsync(
        StreamId stream, int afterVersion, int limit, CancellationToken cancellation = default) =>
        await OpenAsync(await inner.ReadStreamAsync(stream, afterVersion, limit, cancellation), cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(
        JournalPosition after, int limit, CancellationToken cancellation = default) =>
        await OpenAsync(await inner.ReadAsync(after, limit, cancellation), cancellation);

    /// <inheritdoc/>
    public async ValueTask<JournalPage> ReadPageAsync(JournalPosition after, int limit, CancellationToken cancellation = default)
    {
        var page = await inner.ReadPageAsync(after, limit, cancellation);
        return page with { Events = await OpenAsync(page.Events, cancellation) };
    }

    /// <inheritdoc/>
    public ValueTask<(JournalPosition Position, Epoch Epoch)> ReadPictureAsync(
        short[] kinds, Action<BoardRow> take, CancellationToken cancellation = default) =>
        inner.ReadPictureAsync(kinds, take, cancellation);

    /// <inheritdoc/>
    public ValueTask<(JournalPosition Position, Epoch Epoch)> ReadEndAsync(CancellationToken cancellation = default) =>
        inner.ReadEndAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(
        StreamKind kind, bool openOnly, JournalPosition after, int limit, CancellationToken cancellation = default) =>
        inner.ReadBoardAsync(kind, openOnly, after, limit, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation = default) =>
        inner.ReadBoardAsync(streams, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueStream>> ReadDueAsync(DueQuery query, CancellationToken cancellation = default) =>
        inner.ReadDueAsync(query, cancellation);

    /// <inheritdoc/>
    public ValueTask<int> CountDueAsync(DateTimeOffset before, IReadOnlyList<short> otherThan, CancellationToken cancellation = default) =>
        inner.CountDueAsync(before, otherThan, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<StreamId, string>> ReadPersonalAsync(
        IReadOnlyList<StreamId> streams, CancellationToken cancellation = default) =>
        inner.ReadPersonalAsync(streams, cancellation);

    /// <inheritdoc/>
    public ValueTask ErasePersonalAsync(StreamId stream, CancellationToken cancellation = default) =>
        inner.ErasePersonalAsync(stream, cancellation);

    /// <inheritdoc/>
    public ValueTask<bool> EncipherAsync(
        StreamId stream, string key, IReadOnlyList<EncipheredLine> lines, CancellationToken cancellation = default) =>
        inner.EncipherAsync(stream, key, lines, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<int>> ReadEncipheredAsync(StreamId stream, CancellationToken cancellation = default) =>
        inner.ReadEncipheredAsync(stream, cancellation);

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadErasureHashAsync(CancellationToken cancellation = default) => inner.ReadErasureHashAsync(cancellation);

    private async ValueTask<IReadOnlyList<JournalEvent>> OpenAsync(IReadOnlyList<JournalEvent> events, CancellationToken cancellation)
    {
        HashSet<StreamId>? streams = null;
        foreach (var happened in events)
        {
            if (!happened.IsDamaged && Ciphers.IsIn(happened.Line))
                (streams ??= []).Add(happened.Stream);
        }

        if (streams is null)
            return events;
        var found = await keys.LoadAsync(inner, streams, cancellation);
        var opened = new JournalEvent[events.Count];
        for (var i = 0; i < opened.Length; i++)
        {
            var happened = events[i];
            opened[i] = streams.Contains(happened.Stream) && !happened.IsDamaged && Ciphers.IsIn(happened.Line)
                ? happened with
                {
                    Line = Ciphers.Decipher(happened.Line, happened.Stream, found.GetValueOrDefault(happened.Stream)),
                    Stored = happened.Line,
                }
                : happened;
        }

        return opened;
    }
}
