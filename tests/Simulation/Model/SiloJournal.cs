using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;

namespace Tocsin.Tests.Simulation;

/// <summary>
/// The journal as one silo reaches it: over a network that takes its time and breaks off. An append whose answer is lost may have been
/// written. A look for the board row of one unit alone finds none: that is how its snapshot is looked up, and snapshots are left out here.
/// </summary>
internal sealed class SiloJournal(JournalStore store, Scheduler scheduler, SiloContext where, Faults faults, Sabotage sabotage) : IJournal
{
    public Epoch Epoch { get; } = new("one");

    public async ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellation = default)
    {
        await TravelAsync();
        var result = store.Append(request, Epoch);

        // Whether the silo lives to hear it is another matter.
        await TravelAsync();
        return result;
    }

    public async ValueTask<BoardRow?> FindAsync(StreamId stream, CancellationToken cancellation = default)
    {
        await TravelAsync();
        return stream.Kind == StreamKind.Unit ? null : Row(stream);
    }

    public async ValueTask<IReadOnlyList<int>> VersionsAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation = default)
    {
        await TravelAsync();
        return [.. streams.Select(s => sabotage == Sabotage.UncheckedNo ? 0 : store.Version(s))];
    }

    public async ValueTask<CommandRow?> FindCommandAsync(CommandId command, CancellationToken cancellation = default)
    {
        await TravelAsync();
        return sabotage == Sabotage.ForgottenCommands ? null : store.FindCommand(command);
    }

    public async ValueTask<bool> HasCommandAsync(StreamId stream, CommandId command, CancellationToken cancellation = default)
    {
        await TravelAsync();
        return sabotage != Sabotage.ForgottenCommands && store.Has(stream, command);
    }

    public async ValueTask<IReadOnlyList<JournalEvent>> ReadStreamAsync(
        StreamId stream, int afterVersion, int limit, CancellationToken cancellation = default)
    {
        await TravelAsync();
        return store.Find(stream) is { } log
            ? log.Events.GetRange(Math.Min(afterVersion, log.Events.Count), Math.Clamp(log.Events.Count - afterVersion, 0, limit))
            : [];
    }

    public async ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(
        IReadOnlyList<StreamId> streams, CancellationToken cancellation = default)
    {
        await TravelAsync();
        return [.. streams.Select(Row).OfType<BoardRow>()];
    }

    public async ValueTask<IReadOnlyList<DueStream>> ReadDueAsync(DueQuery query, CancellationToken cancellation = default)
    {
        await TravelAsync();
        return [.. store.Due(query.Before)
            .Where(d => query.Buckets.Count == 0 || query.Buckets.Contains(d.Stream.Bucket))
            .Take(query.Limit)];
    }

    public ValueTask<int> CountDueAsync(DateTimeOffset before, IReadOnlyList<short> otherThan, CancellationToken cancellation = default) =>
        new(0);

    public ValueTask<(JournalPosition Position, Epoch Epoch)> ReadEndAsync(CancellationToken cancellation = default) =>
        ValueTask.FromResult((new JournalPosition(store.Events.Count), Epoch));

    public ValueTask<JournalPage> ReadPageAsync(JournalPosition after, int limit, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public ValueTask<(JournalPosition Position, Epoch Epoch)> ReadPictureAsync(
        short[] kinds, Action<BoardRow> take, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(JournalPosition after, int limit, CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<JournalEvent>>([.. store.Events.Skip((int)after.Value).Take(limit)]);

    public async ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(
        StreamKind kind, bool openOnly, JournalPosition after, int limit, CancellationToken cancellation = default)
    {
        await TravelAsync();
        var rows = store.Streams.Where(log => log.Stream.Kind == kind).Select(log => Row(log.Stream)).OfType<BoardRow>();
        return [.. rows.Where(r => r.Position > after && (r.Entry.Open || !openOnly)).OrderBy(r => r.Position.Value).Take(limit)];
    }

    public async ValueTask<IReadOnlyDictionary<StreamId, string>> ReadPersonalAsync(
        IReadOnlyList<StreamId> streams, CancellationToken cancellation = default)
    {
        await TravelAsync();
        return streams.Where(store.Personal.ContainsKey).ToDictionary(s => s, s => store.Personal[s]);
    }

    public ValueTask<bool> EncipherAsync(
        StreamId stream, string key, IReadOnlyList<EncipheredLine> lines, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlySet<int>> ReadEncipheredAsync(StreamId stream, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public ValueTask<byte[]?> ReadErasureHashAsync(CancellationToken cancellation = default) => new((byte[]?)null);

    public ValueTask ErasePersonalAsync(StreamId stream, CancellationToken cancellation = default) => throw new NotSupportedException();

    private async Task TravelAsync()
    {
        await where.Delay(scheduler.Milliseconds(0, 6));
        if (faults.On && scheduler.Chance(faults.JournalBreaks))
            throw new JournalUnavailableException("Broken off.", new TimeoutException());
    }

    private BoardRow? Row(StreamId stream) => store.Find(stream) is { Board: { } board } log
        ? new BoardRow(stream, log.Events.Count, log.Events[^1].Hash, log.Events[^1].Position, board)
        : null;
}
