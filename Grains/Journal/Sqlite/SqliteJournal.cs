using Microsoft.Extensions.Logging;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal.Damage;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sqlite;

/// <summary>The journal of the embedded mode: appends go through the shared writer, reads see what was committed last.</summary>
public sealed class SqliteJournal : IJournal, IAsyncDisposable
{
    private readonly SqliteBatchStore _store;
    private readonly JournalWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly SqliteRows _rows;
    private readonly SqliteParts _parts;
    private Epoch _epoch;

    private SqliteJournal(SqliteBatchStore store, JournalWriter writer, SqliteReaders readers, SqliteRows rows)
    {
        _store = store;
        _writer = writer;
        _readers = readers;
        _rows = rows;
        _parts = new SqliteParts(rows.Damage);
        _epoch = readers.ReadNow(ReadEpoch);
        Queries = new SqliteJournalQueries(readers, rows);
        Seals = new SqliteSealStore(store, readers);
        writer.EpochMoved += epoch => _epoch = epoch;
    }

    /// <summary>Lists and reports over the same file.</summary>
    public IJournalQueries Queries { get; }

    /// <summary>The seals in the same file.</summary>
    public ISealStore Seals { get; }

    /// <summary>The writer, to whose commits the tail listens.</summary>
    public JournalWriter Writer => _writer;

    /// <inheritdoc/>
    public Epoch Epoch => _epoch;

    /// <summary>Opens a journal that has its schema. Disposing of it closes everything.</summary>
    /// <param name="path">Where <c>journal.db</c> is.</param>
    /// <param name="options">How the writer behaves.</param>
    /// <param name="time">The clock of <c>recordedAt</c> and of the deadlines.</param>
    /// <param name="metrics">What is measured.</param>
    /// <param name="loggers">Where it is told.</param>
    /// <exception cref="MisconfigurationException">It would not be durable.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be opened.</exception>
    public static SqliteJournal Open(string path, JournalOptions options, TimeProvider time, JournalMetrics metrics, ILoggerFactory loggers)
    {
        var damage = new DamageLog(metrics, loggers.CreateLogger<DamageLog>());
        var store = new SqliteBatchStore(path, time, loggers.CreateLogger<SqliteBatchStore>(), damage);
        var writer = new JournalWriter(store, options, time, metrics, loggers.CreateLogger<JournalWriter>());
        return new SqliteJournal(store, writer, new SqliteReaders(new SqliteFile(path), damage), new SqliteRows(damage));
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellation = default) =>
        _writer.AppendAsync(request, cancellation);

    /// <inheritdoc/>
    public async ValueTask<BoardRow?> FindAsync(StreamId stream, CancellationToken cancellation = default)
    {
        var row = await _readers.ReadAsync(
            session => One(session[JournalSql.Board].Bind(stream.ToString()), _rows.Board) ?? Missing(session, stream), cancellation);
        return row is { IsDamaged: true } ? throw DamagedException.OfRow(stream) : row;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<int>> VersionsAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation = default) =>
        _readers.ReadAsync<IReadOnlyList<int>>(
            session => session.InSnapshot(() => Array.ConvertAll(
                [.. streams],
                stream => One(session[JournalSql.Version].Bind(stream.ToString()), row => (int)row.Number(0)))),
            cancellation);

    /// <inheritdoc/>
    public ValueTask<CommandRow?> FindCommandAsync(CommandId command, CancellationToken cancellation = default) => _readers.ReadAsync(
        session => One(session[CommandStatements.FindSql].Bind(command.ToBytes()), row => CommandStatements.Read(row, command)),
        cancellation);

    /// <inheritdoc/>
    public ValueTask<bool> HasCommandAsync(StreamId stream, CommandId command, CancellationToken cancellation = default) =>
        _readers.ReadAsync(
            session => One(session[JournalSql.WroteTo].Bind(command.ToBytes()).Bind(stream.ToString()), _ => true),
            cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JournalEvent>> ReadStreamAsync(
        StreamId stream, int afterVersion, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, JournalLimits.EventsPerPage);
        var events = await _readers.ReadAsync<IReadOnlyList<JournalEvent>>(
            session => All(session[JournalSql.Stream].Bind(stream.ToString()).Bind(afterVersion).Bind(limit), _rows.Event), cancellation);
        return StreamEvents.Whole(stream, afterVersion, events, _rows.Damage);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEvent>> ReadAsync(JournalPosition after, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, JournalLimits.EventsPerPage);
        return _readers.ReadAsync<IReadOnlyList<JournalEvent>>(
            session => StreamEvents.Placed(after, ReadWholeAppends(session[JournalSql.All].Bind(after.Value), limit)), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<JournalPage> ReadPageAsync(JournalPosition after, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, JournalLimits.EventsPerPage);
        return _readers.ReadAsync(
            session => session.InSnapshot(() =>
            {
                var read = ReadWholeAppends(session[JournalSql.All].Bind(after.Value), limit);
                var events = StreamEvents.Placed(after, read);
                var rows = events.Select(e => e.Stream)
                    .Distinct()
                    .Select(stream => One(session[JournalSql.Board].Bind(stream.ToString()), _rows.Board))
                    .OfType<BoardRow>()
                    .ToArray();
                return new JournalPage(events, rows, read.Count < limit);
            }),
            cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<(JournalPosition Position, Epoch Epoch)> ReadPictureAsync(
        short[] kinds, Action<BoardRow> take, CancellationToken cancellation = default)
    {
        try
        {
            return await ReadPictureAsync(session => Rows(session[JournalSql.Picture(kinds)]), take, cancellation);
        }
        catch (DamagedException)
        {
            // Not in a transaction, whose end would fail as well. The end is read first: rows may be newer than it, and what the tail
            // brings of them then is not news.
            return await _readers.ReportAsync(
                session =>
                {
                    var end = (new JournalPosition(One(session[JournalSql.End], row => row.Number(0))), ReadEpoch(session));
                    foreach (var row in _parts.Read(session, session[JournalSql.PictureIds(kinds)], JournalSql.BoardById, _rows.Board))
                        take(row);
                    return end;
                },
                cancellation);
        }
    }

    /// <inheritdoc/>
    public ValueTask<(JournalPosition Position, Epoch Epoch)> ReadEndAsync(CancellationToken cancellation = default) => _readers.ReadAsync(
        session => session.InSnapshot(
            () => (new JournalPosition(One(session[JournalSql.End], row => row.Number(0))), _epoch = ReadEpoch(session))),
        cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(
        StreamKind kind, bool openOnly, JournalPosition after, int limit, CancellationToken cancellation = default) =>
        _readers.ReadAsync<IReadOnlyList<BoardRow>>(
            session => All(
                session[openOnly ? JournalSql.OpenBoardOfKind : JournalSql.BoardOfKind].Bind((long)kind).Bind(after.Value).Bind(limit),
                _rows.Board),
            cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ReadBoardAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellation = default) =>
        _readers.ReadAsync<IReadOnlyList<BoardRow>>(
            session => session.InSnapshot(() => streams
                .Select(stream => One(session[JournalSql.Board].Bind(stream.ToString()), _rows.Board))
                .OfType<BoardRow>()
                .ToArray()),
            cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DueStream>> ReadDueAsync(DueQuery query, CancellationToken cancellation = default)
    {
        try
        {
            return await ReadWholeDueAsync(query, cancellation);
        }
        catch (DamagedException)
        {
            return await ReadDueInPartsAsync(query, cancellation);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> CountDueAsync(DateTimeOffset before, IReadOnlyList<short> otherThan, CancellationToken cancellation = default) =>
        _readers.ReadAsync(
            session =>
            {
                var count = 0;
                var statement = session[JournalSql.Due].Bind(before);
                while (statement.Step())
                    count += otherThan.Contains((short)statement.Number(3)) ? 0 : 1;
                return count;
            },
            cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<StreamId, string>> ReadPersonalAsync(
        IReadOnlyList<StreamId> streams, CancellationToken cancellation = default) =>
        _readers.ReadAsync<IReadOnlyDictionary<StreamId, string>>(
            session =>
            {
                var found = new Dictionary<StreamId, string>();
                foreach (var stream in streams)
                {
                    if (One(session[JournalSql.Personal].Bind(stream.ToString()), row => row.Text(0)) is { } value)
                        found[stream] = value;
                }

                return found;
            },
            cancellation);

    /// <inheritdoc/>
    public ValueTask<bool> EncipherAsync(
        StreamId stream, string key, IReadOnlyList<EncipheredLine> lines, CancellationToken cancellation = default) =>
        _store.EncipherAsync(stream, key, lines, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<int>> ReadEncipheredAsync(StreamId stream, CancellationToken cancellation = default) =>
        _readers.ReadAsync<IReadOnlySet<int>>(
            session => All(session[JournalSql.Enciphered].Bind(stream.ToString()), row => (int)row.Number(0)).ToHashSet(), cancellation);

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadErasureHashAsync(CancellationToken cancellation = default) =>
        _readers.ReadAsync(session => One(session[JournalSql.ErasureHash], row => row.Bytes(0)), cancellation);

    /// <inheritdoc/>
    public ValueTask ErasePersonalAsync(StreamId stream, CancellationToken cancellation = default) =>
        _store.EraseAsync(stream, cancellation);

    /// <summary>Stops the writer, which answers what is on its way, then closes the file, the reading connections first.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync();
    }

    private ValueTask<(JournalPosition Position, Epoch Epoch)> ReadPictureAsync(
        Func<ReadSession, IEnumerable<BoardRow>> rows, Action<BoardRow> take, CancellationToken cancellation) => _readers.ReportAsync(
        session => session.InSnapshot(() =>
        {
            foreach (var row in rows(session))
                take(row);
            return (new JournalPosition(One(session[JournalSql.End], row => row.Number(0))), ReadEpoch(session));
        }),
        cancellation);

    private IEnumerable<BoardRow> Rows(SqliteStatement statement)
    {
        while (statement.Step())
            yield return _rows.Board(statement);
    }

    private static bool IsAsked(SqliteStatement row, DueQuery query) =>
        query.Kinds.Contains((short)row.Number(3)) && (query.Buckets.Count == 0 || query.Buckets.Contains((byte)row.Number(2)));

    // A due time that is no time is a damaged row's: the stream is woken, and its events say what is due.
    private static DueStream Due(SqliteStatement row) => new(
        StreamId.OfRow(row.Text(0)),
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(row.Number(1), DateTimeOffset.MinValue.ToUnixTimeMilliseconds())));

    private ValueTask<IReadOnlyList<DueStream>> ReadWholeDueAsync(DueQuery query, CancellationToken cancellation) =>
        _readers.ReadAsync<IReadOnlyList<DueStream>>(
            session =>
            {
                var due = new List<DueStream>();
                var statement = session[JournalSql.Due].Bind(query.Before);
                while (statement.Step())
                {
                    if (IsAsked(statement, query))
                        due.Add(Due(statement));
                    if (due.Count == query.Limit)
                    {
                        statement.Reset();
                        break;
                    }
                }

                return due;
            },
            cancellation);

    private ValueTask<IReadOnlyList<DueStream>> ReadDueInPartsAsync(DueQuery query, CancellationToken cancellation) =>
        _readers.ReadAsync<IReadOnlyList<DueStream>>(
            session => _parts
                .Read(
                    session,
                    session[JournalSql.DueIds].Bind(query.Before),
                    JournalSql.DueById,
                    row => IsAsked(row, query) ? Due(row) : (DueStream?)null)
                .OfType<DueStream>()
                .Take(query.Limit)
                .ToList(),
            cancellation);

    // A row whose name is damaged, or that an index no longer finds: its events are there. The append writes both, so a second look at the
    // row finds it where it came in between.
    private BoardRow? Missing(ReadSession session, StreamId stream)
    {
        if (One(session[JournalSql.First].Bind(stream.ToString()), row => row.Number(0)) is not (> 0 and var position))
            return null;
        if (One(session[JournalSql.Board].Bind(stream.ToString()), _rows.Board) is { } row)
            return row;
        _rows.Damage.Row(stream);
        return BoardRow.Damaged(stream, new JournalPosition(position), null);
    }

    private static Epoch ReadEpoch(ReadSession session) => new(One(session[SqliteEpoch.Sql], row => row.Text(0))!);

    private static T? One<T>(SqliteStatement statement, Func<SqliteStatement, T> read)
    {
        if (!statement.Step())
            return default;
        var one = read(statement);
        statement.Reset();
        return one;
    }

    private static List<T> All<T>(SqliteStatement statement, Func<SqliteStatement, T> read)
    {
        var all = new List<T>();
        while (statement.Step())
            all.Add(read(statement));
        return all;
    }

    /// <summary>Events of one append stand side by side and carry the same command: a page goes on until the command changes.</summary>
    private List<JournalEvent> ReadWholeAppends(SqliteStatement statement, int limit)
    {
        var page = new List<JournalEvent>();
        while (statement.Step())
        {
            var next = _rows.Event(statement);
            if (page.Count >= limit && page[^1].CommandId != next.CommandId)
            {
                statement.Reset();
                break;
            }

            page.Add(next);
        }

        return page;
    }
}
