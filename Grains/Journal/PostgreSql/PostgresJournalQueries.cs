using Tocsin.Identity;

namespace Tocsin.Journal.PostgreSql;

/// <summary>Lists and reports over the narrow rows.</summary>
/// <param name="reader">The reports' pool.</param>
internal sealed class PostgresJournalQueries(PostgresReader reader) : IJournalQueries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ListedRow>> ListAsync(ListQuery query, CancellationToken cancellation = default) =>
        ListReading.ReadAsync(query, ListDialect.PostgreSql, list => reader.ReadLongAsync(
            list.Text,
            row => new ListedRow(BoardSql.Read(row), row.TimeOrNull(BoardSql.ColumnCount) ?? default),
            cancellation,
            [.. list.Values.Select(v => v is DateTimeOffset time ? time.ToUniversalTime() : v)]));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ListLateAsync(int limit, CancellationToken cancellation = default) =>
        reader.ReadLongAsync(BoardSql.Late, BoardSql.Read, cancellation, limit);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ListDueAsync(DateTimeOffset before, int limit, CancellationToken cancellation = default) =>
        reader.ReadLongAsync(BoardSql.DueBefore, BoardSql.Read, cancellation, before.UtcDateTime, limit);

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
    public IAsyncEnumerable<ReportedFeedback> ReportFeedbackAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        reader.StreamAsync(ReportSql.Feedback, ReportSql.ReadFeedback, cancellation, from.ToUniversalTime(), to.ToUniversalTime());
}
