using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Tocsin.Journal;
using Tocsin.Journal.Sqlite;

namespace Tocsin.Access;

/// <summary>
/// The access log of the embedded mode in <c>access.db</c>, a separate file: its writing never delays a command. A batch is one
/// transaction, on the disk before it is acknowledged.
/// </summary>
/// <param name="path">The path of <c>access.db</c>, which has its schema already.</param>
/// <param name="readOnly">Whether it is only read, beside the process that writes it.</param>
internal sealed class SqliteAccessStore(string path, bool readOnly = false) : IAccessStore, IDisposable
{
    private const string SpanColumns = "number, first, last, newest, digest, hash, removed";

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private SqliteConnection? _connection;

    /// <inheritdoc/>
    public Task<long> AppendAsync(AccessBatch batch, CancellationToken cancellation) =>
        WriteAsync(() => Append(batch), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccessRow>> ListAsync(
        AccessFilter filter, AccessPlace? before, int limit, CancellationToken cancellation) => RunAsync<IReadOnlyList<AccessRow>>(
        () =>
        {
            List<string> conditions = [];
            if (filter.Subject is not null)
                conditions.Add("subject = ?");
            if (filter.Thing is not null)
                conditions.Add("thing = ?");
            if (filter.From is not null)
                conditions.Add("at >= ?");
            if (filter.To is not null)
                conditions.Add("at < ?");
            if (before is not null)
                conditions.Add("(at, id) < (?, ?)");
            var where = conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
            var statement = Statement($"SELECT id, at, line FROM access {where} ORDER BY at DESC, id DESC LIMIT ?");
            if (filter.Subject is { } subject)
                statement.Bind(subject);
            if (filter.Thing is { } thing)
                statement.Bind(thing);
            if (filter.From is { } from)
                statement.Bind(from);
            if (filter.To is { } to)
                statement.Bind(to);
            if (before is not null)
                statement.Bind(before.At).Bind(before.Id);
            return All(statement.Bind(limit), Row);
        },
        cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AccessRow> RowsAsync(long first, long last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var row in await RunAsync(
            () => All(Statement("SELECT id, at, line FROM access WHERE id BETWEEN ? AND ? ORDER BY id").Bind(first).Bind(last), Row),
            cancellation))
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public Task<long> EndAsync(CancellationToken cancellation) =>
        RunAsync(() => One("SELECT coalesce(max(id), 0) FROM access"), cancellation);

    /// <inheritdoc/>
    public async Task<AccessSpan?> LastSpanAsync(CancellationToken cancellation) => (await RunAsync(
        () => All(Statement($"SELECT {SpanColumns} FROM access_span ORDER BY number DESC LIMIT 1"), Span), cancellation)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccessSpan>> SpansAsync(
        long after, int limit, CancellationToken cancellation) => RunAsync<IReadOnlyList<AccessSpan>>(
        () => All(
            Statement($"SELECT {SpanColumns} FROM access_span WHERE number > ? ORDER BY number LIMIT ?").Bind(after).Bind(limit), Span),
        cancellation);

    /// <inheritdoc/>
    public Task<long?> NumberOfAsync(byte[] hash, CancellationToken cancellation) => RunAsync<long?>(
        () => All(
            Statement(
                """
                SELECT number FROM (SELECT number, hash FROM access_span ORDER BY number DESC LIMIT ?) WHERE hash = ?
                ORDER BY number DESC LIMIT 1
                """).Bind(AccessLimits.SealedSearchMax).Bind(hash),
            row => row.Number(0)) is [var number] ? number : null,
        cancellation);

    /// <inheritdoc/>
    public Task<bool> TryAddSpanAsync(AccessSpan span, CancellationToken cancellation) => WriteAsync(
        () =>
        {
            if (One("SELECT coalesce(max(number), 0) FROM access_span") + 1 != span.Number)
                return false;
            Statement("INSERT INTO access_span (number, first, last, newest, digest, hash) VALUES (?, ?, ?, ?, ?, ?)")
                .Bind(span.Number).Bind(span.First).Bind(span.Last).Bind(span.Newest).Bind(span.Digest).Bind(span.Hash).Run();
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<int?> RemoveSpanAsync(DateTimeOffset before, long upTo, CancellationToken cancellation) => WriteAsync<int?>(
        () =>
        {
            var oldest = All(Statement($"SELECT {SpanColumns} FROM access_span WHERE removed = 0 ORDER BY number LIMIT 1"), Span);
            if (oldest is not [var span] || span.Number > upTo || span.Newest >= before)
                return null;
            Statement("DELETE FROM access WHERE id BETWEEN ? AND ?").Bind(span.First).Bind(span.Last).Run();
            var removed = (int)One("SELECT changes()");
            Statement("UPDATE access_span SET removed = 1 WHERE number = ?").Bind(span.Number).Run();
            return removed;
        },
        cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection?.Dispose();
        _one.Dispose();
    }

    private static List<T> All<T>(SqliteStatement statement, Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        while (statement.Step())
            rows.Add(read(statement));
        return rows;
    }

    private static AccessRow Row(SqliteStatement row) => new(row.Number(0), row.Time(1), row.Text(2));

    private static AccessSpan Span(SqliteStatement row) => new(
        row.Number(0), row.Number(1), row.Number(2), row.Time(3), row.Bytes(4), row.Bytes(5), row.Number(6) != 0);

    private long Append(AccessBatch batch)
    {
        var sources = All(Statement("SELECT number FROM access_source WHERE source = ?").Bind(batch.Source), row => row.Number(0));
        var known = sources is [var number] ? number : 0;
        var last = Math.Max(
            One("SELECT coalesce(max(id), 0) FROM access"),
            One("SELECT coalesce((SELECT last FROM access_span ORDER BY number DESC LIMIT 1), 0)"));
        var insert = Statement("INSERT INTO access (id, at, subject, thing, line) VALUES (?, ?, ?, ?, ?)");
        foreach (var entry in batch.Entries)
        {
            if (entry.Number <= known)
                continue;
            insert.Bind(++last).Bind(entry.At).Bind(entry.Subject).Bind(entry.Thing).Bind(entry.Line).Run();
            known = entry.Number;
        }

        Statement("INSERT INTO access_source (source, number) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET number = excluded.number")
            .Bind(batch.Source).Bind(known).Run();
        return known;
    }

    private long One(string sql) => All(Statement(sql), row => row.Number(0))[0];

    private SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new SqliteStatement(_connection!, sql);
        return statement;
    }

    private Task<T> WriteAsync<T>(Func<T> work, CancellationToken cancellation) => RunAsync(
        () =>
        {
            Statement("BEGIN IMMEDIATE").Run();
            try
            {
                var result = work();
                Statement("COMMIT").Run();
                return result;
            }
            catch
            {
                Discard();
                throw;
            }
        },
        cancellation);

    // SQLite ends some failed transactions by itself; a new connection is right for all of them.
    private void Discard()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
        _connection?.Dispose();
        _connection = null;
    }

    // The driver's asynchronous methods run synchronously: work is done off the caller's thread, one at a time.
    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return await Task.Run(
                () =>
                {
                    _connection ??= Open();
                    return work();
                },
                cancellation);
        }
        catch (SqliteException e)
        {
            throw new JournalUnavailableException($"The access log's file cannot be used (SQLite {e.SqliteExtendedErrorCode}).", e);
        }
        finally
        {
            _one.Release();
        }
    }

    private SqliteConnection Open()
    {
        var mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite;
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        if (!readOnly)
            SqliteDurability.Set(connection);
        return connection;
    }
}
