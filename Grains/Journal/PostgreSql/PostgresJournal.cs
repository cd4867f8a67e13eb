using Microsoft.Extensions.Logging;
using Npgsql;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Erasing;
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
    private readonly PostgresRows _rows;
    private Epoch _epoch;

    private PostgresJournal(
        PostgresBatchStore store, JournalWriter writer, PostgresReader reads, PostgresReader reports, PostgresRows rows)
    {
        _reads = reads;
        _reports = reports;
        _rows = rows;
        _epoch = store.Epoch;
        Writer = writer;
        Queries = new PostgresJournalQueries(reports, rows);
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
        var damage = new DamageLog(metrics, loggers.CreateLogger<DamageLog>());
        var store = new PostgresBatchStore(connectionString, history, time, loggers.CreateLogger<PostgresBatchStore>(), damage);
        await store.ConnectAsync(cancellation);
        var writer = new JournalWriter(store, options, time, metrics, loggers.CreateLogger<JournalWriter>());
        return new PostgresJournal(
            store,
            writer,
            new PostgresReader(PostgresSettings.Reads(connectionString, history), PostgresSettings.ReadLimit, damage),
            new PostgresReader(PostgresSettings.Reports(connectionString, history), PostgresSettings.ReadLimit, damage),
            new PostgresRows(damage));
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

    /// <summary>Whether the server writes and checks checksums of its pages, and how many of this database did not fit.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be asked.</exception>
    public async ValueTask<(bool On, long Failures)> ReadChecksumsAsync(CancellationToken cancellation = default)
    {
        var read = await _reads.ReadAsync(
            """
            select current_setting('data_checksums') = 'on',
              coalesce((select checksum_failures from pg_stat_database where datname = current_database()), 0)
            """,
            row => (row.GetBoolean(0), row.GetInt64(1)),
            cancellation);
        return read[0];
    }

    /// <inheritdoc/>
    public async ValueTask<BoardRow?> FindAsync(StreamId stream, CancellationToken cancellation = default) =>
        await LookAsync(stream, cancellation) is { } row ? row.IsDamaged ? throw DamagedException.OfRow(stream) : row : null;

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
    public async ValueTask<IReadOnlyList<JournalEvent>> ReadStreamAsync(
        StreamId stream, int afterVersion, int limit, CancellationToken cancellation = default)
    {
        CheckLimit(limit);
        return StreamEvents.Whole(
            stream,
            afterVersion,
            await _reads.ReadAsync(EventSql.OfStream, _rows.Event, cancellation, stream.ToString(), afterVersion, limit),
            _rows.Damage);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(
        JournalPosition after, int limit, CancellationToken cancellation = default)
    {
        CheckLimit(limit);
        var page = await _reads.ReadAsync(EventSql.After, _rows.Event, cancellation, after.Value, limit);
        if (page.Count < limit)
            return StreamEvents.Placed(after, page);

        // The last append may continue after the page. Its events are together, so they are there already.
        var rest = await _reads.ReadAsync(
            EventSql.After, _rows.Event, cancellation, page[^1].Position.Value, JournalLimits.EventsPerAppend);
        return StreamEvents.Placed(after, [.. page, .. rest.TakeWhile(e => e.CommandId == page[^1].CommandId)]);
    }

    /// <inheritdoc/>
    public async ValueTask<JournalPage> ReadPageAsync(JournalPosition after, int limit, CancellationToken cancellation = default)
    {
        CheckLimit(limit);
        var read = await _reads.ReadAsync(
            EventSql.PageAfter,
            row => (Event: _rows.Event(row), Row: row.IsDBNull(EventSql.ColumnCount) ? null : _rows.Board(row, EventSql.ColumnCount)),
            cancellation,
            after.Value,
            limit);
        if (read.Count < limit)
        {
            var placed = StreamEvents.Placed(after, [.. read.Select(r => r.Event)]);
            return new JournalPage(placed, [.. read.Select(r => r.Row).OfType<BoardRow>()], IsEnd: true);
        }

        // There is more: the page must end with a whole append, and its rows may be newer than its events.
        var events = await ReadAsync(after, limit, cancellation);
        return new JournalPage(events, await ReadBoardAsync([.. events.Select(e => e.Stream).Distinct()], cancellation), IsEnd: false);
    }

    /// <inheritdoc/>
    public async ValueTask<(JournalPosition Position, Epoch Epoch)> ReadPictureAsync(
        short[] kinds, Action<BoardRow> take, CancellationToken cancellation = default)
    {
        try
        {
            return await ReadWholePictureAsync(kinds, take, cancellation);
        }
        catch (DamagedException)
        {
            // The end is read first: the rows may be newer than it, and what the tail brings of them then is not news.
            var end = await ReadEndAsync(cancellation);
            foreach (var row in await _reports.ReadPagesAsync(BoardSql.PictureOfPages, _rows.Board, cancellation, kinds))
                take(row);
            return end;
        }
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
        _reads.ReadAsync(openOnly ? BoardSql.OpenOfKind : BoardSql.OfKind, _rows.Board, cancellation, (short)kind, after.Value, limit);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(
        IReadOnlyList<StreamId> streams, CancellationToken cancellation = default)
    {
        var found = (await _reads.ReadAsync(BoardSql.OfStreams, _rows.Board, cancellation, (object)Names(streams)))
            .ToDictionary(row => row.Stream);
        return [.. streams.Where(found.ContainsKey).Select(stream => found[stream])];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DueStream>> ReadDueAsync(DueQuery query, CancellationToken cancellation = default)
    {
        object[] values = [query.Before.UtcDateTime, query.Kinds.ToArray(), query.Buckets.Select(b => (short)b).ToArray()];
        try
        {
            return await _reads.ReadAsync(BoardSql.Due, Due, cancellation, [.. values, query.Limit]);
        }
        catch (DamagedException)
        {
            var due = await _reports.ReadPagesAsync(BoardSql.DueOfPages, Due, cancellation, values);
            return [.. due.OrderBy(d => d.DueAt).Take(query.Limit)];
        }

        static DueStream Due(NpgsqlDataReader row) => new(StreamId.OfRow(row.GetString(0)), row.Time(1));
    }

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
    public async ValueTask<bool> EncipherAsync(
        StreamId stream, string key, IReadOnlyList<EncipheredLine> lines, CancellationToken cancellation = default)
    {
        var epoch = Epoch;
        var done = await _reads.ReadAsync(
            "select encipher_1($1, $2, $3, $4, $5)",
            row => row.GetInt32(0) >= 0,
            cancellation,
            stream.ToString(),
            StreamKey.RowOf(stream).ToString(),
            key,
            lines.Select(l => l.Position.Value).ToArray(),
            lines.Select(l => l.Line).ToArray());
        await ConfirmAsync(epoch, cancellation);
        return done is [true];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<int>> ReadEncipheredAsync(StreamId stream, CancellationToken cancellation = default) =>
        (await _reads.ReadAsync(
            "select version from erasure where stream = $1", row => row.GetInt32(0), cancellation, stream.ToString()))
        .ToHashSet();

    /// <inheritdoc/>
    public async ValueTask<byte[]?> ReadErasureHashAsync(CancellationToken cancellation = default) =>
        (await _reads.ReadAsync(
            "select hash from erasure order by number desc limit 1", row => row.GetFieldValue<byte[]>(0), cancellation))
        .SingleOrDefault();

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

    private async ValueTask<(JournalPosition Position, Epoch Epoch)> ReadWholePictureAsync(
        short[] kinds, Action<BoardRow> take, CancellationToken cancellation)
    {
        (JournalPosition, Epoch) end = default;
        await foreach (var (row, position, epoch) in _reports.StreamAsync(
            BoardSql.Picture,
            row => (
                row.IsDBNull(0) ? null : _rows.Board(row),
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

    private async ValueTask<BoardRow?> LookAsync(StreamId stream, CancellationToken cancellation)
    {
        object name = new[] { stream.ToString() };
        if (await _reads.ReadAsync(BoardSql.OfStreams, _rows.Board, cancellation, name) is [var row])
            return row;

        // A row whose name is damaged, or that an index no longer finds: its events are there. The append writes both, so a second look at
        // the row finds it where it came in between.
        if (await _reads.ReadAsync(EventSql.First, first => first.GetInt64(0), cancellation, stream.ToString()) is not [var position])
            return null;
        if (await _reads.ReadAsync(BoardSql.OfStreams, _rows.Board, cancellation, name) is [var late])
            return late;
        _rows.Damage.Row(stream);
        return BoardRow.Damaged(stream, new JournalPosition(position), null);
    }

    private static string[] Names(IReadOnlyList<StreamId> streams) => [.. streams.Select(stream => stream.ToString())];

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, JournalLimits.EventsPerPage);
    }
}
