using Microsoft.Extensions.Logging;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Timekeeping;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.PostgreSql;

/// <summary>
/// The journal of the cluster. Appends use this silo's writer connection, reads a pool of their own, lists and reports another pool.
/// </summary>
public sealed class PostgresJournal : IJournal, IAsyncDisposable
{
    private readonly PostgresReader _reads;
    private readonly PostgresReader _reports;
    private Epoch _epoch;

    private PostgresJournal(PostgresBatchStore store, JournalWriter writer, PostgresReader reads, PostgresReader reports)
    {
        _reads = reads;
        _reports = reports;
        _epoch = store.Epoch;
        Writer = writer;
        Queries = new PostgresJournalQueries(reports);
        Seals = new PostgresSealStore(reads, reports);
        Clock = new PostgresClock(reads);
        writer.EpochMoved += epoch => _epoch = epoch;
    }

    /// <inheritdoc/>
    public Epoch Epoch => _epoch;

    /// <summary>Lists and reports on the same database.</summary>
    public IJournalQueries Queries { get; }

    /// <summary>The seals in the same database.</summary>
    public ISealStore Seals { get; }

    /// <summary>The database's clock, by which everything is recorded.</summary>
    public IDatabaseClock Clock { get; }

    /// <summary>The writer, to whose commits the tail listens.</summary>
    public JournalWriter Writer { get; }

    /// <summary>Opens the journal of a database that has its schema. Disposing of it closes everything.</summary>
    /// <param name="connectionString">The connection string, Npgsql's; timeouts, pools and names are set here.</param>
    /// <param name="options">How the writer behaves.</param>
    /// <param name="time">The clock of the deadlines.</param>
    /// <param name="metrics">What is measured.</param>
    /// <param name="loggers">Make the loggers.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="MisconfigurationException">The server does not write durably.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be reached.</exception>
    public static async Task<PostgresJournal> OpenAsync(
        string connectionString,
        JournalOptions options,
        TimeProvider time,
        JournalMetrics metrics,
        ILoggerFactory loggers,
        CancellationToken cancellation = default)
    {
        var history = new NewestHistory();
        var store = new PostgresBatchStore(connectionString, history, time, loggers.CreateLogger<PostgresBatchStore>());
        await store.ConnectAsync(cancellation);
        var writer = new JournalWriter(store, options, time, metrics, loggers.CreateLogger<JournalWriter>());
        return new PostgresJournal(
            store,
            writer,
            new PostgresReader(PostgresSettings.Reads(connectionString, history), PostgresSettings.ReadLimit),
            new PostgresReader(PostgresSettings.Reports(connectionString, history), PostgresSettings.ReadLimit));
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellation = default) =>
        Writer.AppendAsync(request, cancellation);

    /// <inheritdoc/>
    public ValueTask ConfirmAsync(Epoch epoch, CancellationToken cancellation = default) => Writer.ConfirmAsync(epoch, cancellation);

    /// <summary>Whether commits wait for a synchronous standby now, as far as the server's settings say.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be asked.</exception>
    public async ValueTask<bool> WaitsForStandbyAsync(CancellationToken cancellation = default) => (await _reads.ReadAsync(
        "select current_setting('synchronous_standby_names') <> ''", row => row.GetBoolean(0), cancellation))[0];

    /// <inheritdoc/>
    public async ValueTask<BoardRow?> FindAsync(StreamId stream, CancellationToken cancellation = default) =>
        (await _reads.ReadAsync(BoardSql.OfStreams, BoardSql.Read, cancellation, (object)new[] { stream.ToString() })).SingleOrDefault();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<int>> VersionsAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation = default) =>
        _reads.ReadAsync(BoardSql.Versions, row => row.GetInt32(0), cancellation, (object)Names(streams));

    /// <inheritdoc/>
    public async ValueTask<CommandRow?> FindCommandAsync(CommandId command, CancellationToken cancellation = default) =>
        (await _reads.ReadAsync(CommandSql.Find, CommandSql.Read, cancellation, (object)new[] { command.Value })).SingleOrDefault();

    /// <inheritdoc/>
    public async ValueTask<bool> HasCommandAsync(StreamId stream, CommandId command, CancellationToken cancellation = default) =>
        (await _reads.ReadAsync(EventSql.HasCommand, row => row.GetBoolean(0), cancellation, stream.ToString(), command.Value))[0];

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEvent>> ReadStreamAsync(
        StreamId stream, int afterVersion, int limit, CancellationToken cancellation = default)
    {
        CheckLimit(limit);
        return _reads.ReadAsync(EventSql.OfStream, EventSql.Read, cancellation, stream.ToString(), afterVersion, limit);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(
        JournalPosition after, int limit, CancellationToken cancellation = default)
    {
        CheckLimit(limit);
        var page = await _reads.ReadAsync(EventSql.After, EventSql.Read, cancellation, after.Value, limit);
        if (page.Count < limit)
            return page;

        // The last append may continue after the page. Its events are together, so they are there already.
        var rest = await _reads.ReadAsync(
            EventSql.After, EventSql.Read, cancellation, page[^1].Position.Value, JournalLimits.EventsPerAppend);
        return [.. page, .. rest.TakeWhile(e => e.CommandId == page[^1].CommandId)];
    }

    /// <inheritdoc/>
    public async ValueTask<JournalPage> ReadPageAsync(JournalPosition after, int limit, CancellationToken cancellation = default)
    {
        CheckLimit(limit);
        var read = await _reads.ReadAsync(
            EventSql.PageAfter,
            row => (Event: EventSql.Read(row), Row: row.IsDBNull(EventSql.ColumnCount) ? null : BoardSql.Read(row, EventSql.ColumnCount)),
            cancellation,
            after.Value,
            limit);
        if (read.Count < limit)
            return new JournalPage([.. read.Select(r => r.Event)], [.. read.Select(r => r.Row).OfType<BoardRow>()], IsEnd: true);

        // There is more: the page must end with a whole append, and its rows may be newer than its events.
        var events = await ReadAsync(after, limit, cancellation);
        return new JournalPage(events, await ReadBoardAsync([.. events.Select(e => e.Stream).Distinct()], cancellation), IsEnd: false);
    }

    /// <inheritdoc/>
    public async ValueTask<(JournalPosition Position, Epoch Epoch)> ReadPictureAsync(
        short[] kinds, Action<BoardRow> take, CancellationToken cancellation = default)
    {
        (JournalPosition, Epoch) end = default;
        await foreach (var (row, position, epoch) in _reports.StreamAsync(
            BoardSql.Picture,
            row => (
                row.IsDBNull(0) ? null : BoardSql.Read(row),
                new JournalPosition(row.GetInt64(BoardSql.ColumnCount)),
                row.GetString(BoardSql.ColumnCount + 1)),
            cancellation,
            kinds))
        {
            end = (position, end.Item2.Value == epoch ? end.Item2 : new Epoch(epoch));
            if (row is not null)
                take(row);
        }

        return end;
    }

    /// <inheritdoc/>
    public async ValueTask<(JournalPosition Position, Epoch Epoch)> ReadEndAsync(CancellationToken cancellation = default)
    {
        var end = (await _reads.ReadAsync(
            EventSql.End, row => (new JournalPosition(row.GetInt64(0)), new Epoch(row.GetString(1))), cancellation))[0];
        _epoch = end.Item2;
        return end;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(
        StreamKind kind, bool openOnly, JournalPosition after, int limit, CancellationToken cancellation = default) =>
        _reads.ReadAsync(openOnly ? BoardSql.OpenOfKind : BoardSql.OfKind, BoardSql.Read, cancellation, (short)kind, after.Value, limit);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(
        IReadOnlyList<StreamId> streams, CancellationToken cancellation = default)
    {
        var found = (await _reads.ReadAsync(BoardSql.OfStreams, BoardSql.Read, cancellation, (object)Names(streams)))
            .ToDictionary(row => row.Stream);
        return [.. streams.Where(found.ContainsKey).Select(stream => found[stream])];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueStream>> ReadDueAsync(DueQuery query, CancellationToken cancellation = default) => _reads.ReadAsync(
        BoardSql.Due,
        row => new DueStream(StreamId.OfRow(row.GetString(0)), row.Time(1)),
        cancellation,
        query.Before.UtcDateTime,
        query.Kinds.ToArray(),
        query.Buckets.Select(b => (short)b).ToArray(),
        query.Limit);

    /// <inheritdoc/>
    public async ValueTask<int> CountDueAsync(
        DateTimeOffset before, IReadOnlyList<short> otherThan, CancellationToken cancellation = default) =>
        (await _reads.ReadAsync(BoardSql.CountDue, row => row.GetInt32(0), cancellation, before.UtcDateTime, otherThan.ToArray()))[0];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<StreamId, string>> ReadPersonalAsync(
        IReadOnlyList<StreamId> streams, CancellationToken cancellation = default) =>
        (await _reads.ReadAsync(
            "select stream, value from personal where stream = any($1)",
            row => (StreamId.OfRow(row.GetString(0)), row.GetString(1)),
            cancellation,
            (object)Names(streams)))
        .ToDictionary();

    /// <inheritdoc/>
    public async ValueTask ErasePersonalAsync(StreamId stream, CancellationToken cancellation = default)
    {
        var epoch = Epoch;
        await _reads.ReadAsync(
            "delete from personal where stream = $1 returning true", row => row.GetBoolean(0), cancellation, stream.ToString());
        await ConfirmAsync(epoch, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await _reads.DisposeAsync();
        await _reports.DisposeAsync();
    }

    private static string[] Names(IReadOnlyList<StreamId> streams) => [.. streams.Select(stream => stream.ToString())];

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, JournalLimits.EventsPerPage);
    }
}
