using Tocsin.Identity;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.PostgreSql;

/// <summary>Lists and reports over the narrow rows.</summary>
/// <param name="reader">The reports' pool.</param>
/// <param name="rows">Reads rows.</param>
internal sealed class PostgresJournalQueries(PostgresReader reader, PostgresRows rows) : IJournalQueries
{
    // Position, limit, beginning of the streams' names, kinds of events -> the last position, beside each stream.
    private const string JournalChangesSql = """
        with p as materialized (select position, stream, kind from journal where position > $1 order by position limit $2)
        select coalesce((select max(position) from p), $1), s.stream
        from (select) one left join (select distinct stream from p where starts_with(stream, $3) and kind = any($4)) s on true
        """;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ListedRow>> ListAsync(ListQuery query, CancellationToken cancellation = default) =>
        ListReading.ReadAsync(query, ListDialect.PostgreSql, list => reader.ReadLongAsync(
            list.Text,
            rows.Listed,
            cancellation,
            [.. list.Values.Select(v => v is DateTimeOffset time ? time.ToUniversalTime() : v)]));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BoardRow>> ListLateAsync(int limit, CancellationToken cancellation = default)
    {
        try
        {
            return await reader.ReadLongAsync(BoardSql.Late, rows.Board, cancellation, limit);
        }
        catch (DamagedException)
        {
            return Longest(await reader.ReadPagesAsync(BoardSql.LateOfPages, rows.Board, cancellation), e => e.LateAt, limit);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BoardRow>> ListDueAsync(
        DateTimeOffset before, int limit, CancellationToken cancellation = default)
    {
        try
        {
            return await reader.ReadLongAsync(BoardSql.DueBefore, rows.Board, cancellation, before.UtcDateTime, limit);
        }
        catch (DamagedException)
        {
            var due = await reader.ReadPagesAsync(BoardSql.DueBeforeOfPages, rows.Board, cancellation, before.UtcDateTime);
            return Longest(due, e => e.DueAt, limit);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IncidentId>> ListOpenAtAsync(DateTimeOffset at, int limit, CancellationToken cancellation = default) =>
        reader.ReadLongAsync(
            "select id from incident_row where received_at <= $1 and (closed_at is null or closed_at > $1) limit $2",
            row => IncidentId.Of(row.GetString(0)),
            cancellation,
            at.ToUniversalTime(),
            limit);

    /// <inheritdoc/>
    public IAsyncEnumerable<IncidentRow> ReportIncidentsAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        reader.StreamAsync(ReportSql.Incidents, ReportSql.ReadIncident, cancellation, from.ToUniversalTime(), to.ToUniversalTime());

    /// <inheritdoc/>
    public IAsyncEnumerable<ReportedResponse> ReportResponsesAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        reader.StreamAsync(ReportSql.Responses, ReportSql.ReadResponse, cancellation, from.ToUniversalTime(), to.ToUniversalTime());

    /// <inheritdoc/>
    public IAsyncEnumerable<ReportedCall> ReportCallsAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        reader.StreamAsync(ReportSql.Calls, ReportSql.ReadCall, cancellation, from.ToUniversalTime(), to.ToUniversalTime());

    /// <inheritdoc/>
    public async ValueTask<JournalChanges> ListChangesAsync(
        JournalPosition after, int limit, StreamKind kind, IReadOnlySet<string> events, CancellationToken cancellation = default)
    {
        var found = await reader.ReadLongAsync(
            JournalChangesSql,
            row => (UpTo: row.GetInt64(0), Stream: row.TextOrNull(1)),
            cancellation,
            after.Value,
            limit,
            new StreamId(kind, "").ToString(),
            events.ToArray());
        return new JournalChanges(
            [.. found.Where(r => r.Stream is not null).Select(r => StreamId.OfRow(r.Stream!))], new(found[0].UpTo));
    }

    private static IReadOnlyList<BoardRow> Longest(IReadOnlyList<BoardRow> rows, Func<BoardEntry, DateTimeOffset?> since, int limit) =>
        [.. rows.OrderBy(row => row.IsDamaged ? row.DamagedSince : since(row.Entry)).Take(limit)];
}
