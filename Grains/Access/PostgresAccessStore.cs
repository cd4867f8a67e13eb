using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Tocsin.Journal;

namespace Tocsin.Access;

/// <summary>The access log of a cluster in PostgreSQL, over a small connection pool of its own.</summary>
/// <param name="connectionString">The connection string, Npgsql's.</param>
internal sealed class PostgresAccessStore(string connectionString) : IAccessStore, IAsyncDisposable
{
    private const string SpanColumns = "number, first, last, newest, digest, hash, removed";

    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString)
    {
        // A gateway's batch, a reader, and the silo's own sealing.
        MaxPoolSize = 4,
        Timeout = 2,
        CommandTimeout = 10,
        ApplicationName = "tocsin access",
        Enlist = false,
    }.ConnectionString).Build();

    /// <inheritdoc/>
    public async Task<long> AppendAsync(AccessBatch batch, CancellationToken cancellation) => (await AllAsync(
        "select add_access_1($1, $2, $3, $4, $5, $6)",
        row => row.GetInt64(0),
        cancellation,
        Text(batch.Source),
        Column(NpgsqlDbType.Bigint, batch, e => e.Number),
        Column(NpgsqlDbType.TimestampTz, batch, e => e.At.UtcDateTime),
        Column(NpgsqlDbType.Text, batch, e => e.Subject),
        Column(NpgsqlDbType.Text, batch, e => e.Thing),
        Column(NpgsqlDbType.Text, batch, e => e.Line)))[0];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AccessRow>> ListAsync(
        AccessFilter filter, AccessPlace? before, int limit, CancellationToken cancellation)
    {
        var values = new List<NpgsqlParameter>();
        List<string> conditions = [];
        Add("subject = {0}", filter.Subject is { } subject ? Text(subject) : null);
        Add("thing = {0}", filter.Thing is { } thing ? Text(thing) : null);
        Add("at >= {0}", filter.From is { } from ? Time(from) : null);
        Add("at < {0}", filter.To is { } to ? Time(to) : null);
        if (before is not null)
        {
            values.Add(Time(before.At));
            values.Add(Number(before.Id));
            conditions.Add($"(at, id) < (${values.Count - 1}, ${values.Count})");
        }

        values.Add(Number(limit));
        var where = conditions.Count == 0 ? "" : "where " + string.Join(" and ", conditions);
        return await AllAsync(
            $"select id, at, line from access {where} order by at desc, id desc limit ${values.Count}",
            Row,
            cancellation,
            [.. values]);

        void Add(string condition, NpgsqlParameter? value)
        {
            if (value is null)
                return;
            values.Add(value);
            conditions.Add(condition.Replace("{0}", $"${values.Count}", StringComparison.Ordinal));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AccessRow> RowsAsync(long first, long last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var row in await AllAsync(
            "select id, at, line from access where id between $1 and $2 order by id", Row, cancellation, Number(first), Number(last)))
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public async Task<long> EndAsync(CancellationToken cancellation) =>
        (await AllAsync("select coalesce(max(id), 0) from access", row => row.GetInt64(0), cancellation))[0];

    /// <inheritdoc/>
    public async Task<AccessSpan?> LastSpanAsync(CancellationToken cancellation) =>
        (await AllAsync($"select {SpanColumns} from access_span order by number desc limit 1", Span, cancellation)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AccessSpan>> SpansAsync(long after, int limit, CancellationToken cancellation) => await AllAsync(
        $"select {SpanColumns} from access_span where number > $1 order by number limit $2",
        Span,
        cancellation,
        Number(after),
        Number(limit));

    /// <inheritdoc/>
    public async Task<long?> NumberOfAsync(byte[] hash, CancellationToken cancellation) => await AllAsync(
        """
        select number from (select number, hash from access_span order by number desc limit $2) newest where hash = $1
        order by number desc limit 1
        """,
        row => row.GetInt64(0),
        cancellation,
        new NpgsqlParameter { Value = hash },
        Number(AccessLimits.SealedSearchMax)) is [var number] ? number : null;

    /// <inheritdoc/>
    public async Task<bool> TryAddSpanAsync(AccessSpan span, CancellationToken cancellation) => (await AllAsync(
        "select add_access_span_1($1, $2, $3, $4, $5, $6)",
        row => row.GetBoolean(0),
        cancellation,
        Number(span.Number),
        Number(span.First),
        Number(span.Last),
        Time(span.Newest),
        new NpgsqlParameter { Value = span.Digest },
        new NpgsqlParameter { Value = span.Hash }))[0];

    /// <inheritdoc/>
    public async Task<int?> RemoveSpanAsync(DateTimeOffset before, long upTo, CancellationToken cancellation) => (await AllAsync(
        "select remove_access_span_1($1, $2)",
        row => row.IsDBNull(0) ? (int?)null : row.GetInt32(0),
        cancellation,
        Time(before),
        Number(upTo)))[0];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Number(long value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    private static NpgsqlParameter Time(DateTimeOffset value) => new() { Value = value.UtcDateTime };

    private static NpgsqlParameter<T[]> Column<T>(NpgsqlDbType type, AccessBatch batch, Func<AccessEntry, T> value) =>
        new() { TypedValue = [.. batch.Entries.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type };

    private static AccessRow Row(NpgsqlDataReader row) =>
        new(row.GetInt64(0), new DateTimeOffset(row.GetDateTime(1)), row.GetString(2));

    private static AccessSpan Span(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetInt64(2),
        new DateTimeOffset(row.GetDateTime(3)),
        row.GetFieldValue<byte[]>(4),
        row.GetFieldValue<byte[]>(5),
        row.GetBoolean(6));

    private async Task<IReadOnlyList<T>> AllAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params NpgsqlParameter[] values)
    {
        try
        {
            await using var command = _source.CreateCommand(sql);
            command.Parameters.AddRange(values);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            var found = new List<T>();
            while (await row.ReadAsync(cancellation))
                found.Add(read(row));
            return found;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            throw new JournalUnavailableException("The access log cannot be used now.", e);
        }
    }
}
