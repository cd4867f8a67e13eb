using Tocsin.Identity;

namespace Tocsin.Journal.PostgreSql;

/// <summary>Lists and reports over the narrow rows.</summary>
/// <param name="reader">The reports' pool.</param>
internal sealed class PostgresJournalQueries(PostgresReader reader) : IJournalQueries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(BoardRow Row, DateTimeOffset ReceivedAt)>> ListIncidentsAsync(
        IncidentQuery query, CancellationToken cancellation = default)
    {
        // The condition on open is written out, not bound: only then can the index of the open ones be chosen.
        var sql = new ListSql(
            $"select {BoardSql.Columns}, i.received_at from incident_row i join board b on b.stream = 'incident/' || i.id where true")
            .And(query.Open == true, "i.open")
            .And(query.Open == false, "not i.open")
            .And(query.From is not null, "i.received_at >= ?", query.From)
            .And(query.To is not null, "i.received_at < ?", query.To)
            .AndText("i.search", query.Text)
            .And(
                query.Station is not null,
                "i.station = ? or exists (select from response_row r where r.incident = i.id and r.station = ? and r.active)",
                query.Station,
                query.Station)
            .And(
                query.Unit is not null && query.UnitSince is null,
                "i.id in (select r.incident from response_row r where r.unit = ?)",
                query.Unit?.Value)
            .And(
                query.Unit is not null && query.UnitSince is not null,
                "i.id in (select r.incident from response_row r where r.unit = ? and (r.active or r.cleared_at >= ?))",
                query.Unit?.Value,
                query.UnitSince)
            .Behind("i", query.After)
            .Then("i.received_at desc, i.id", query.Limit);
        return ListAsync(sql, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(BoardRow Row, DateTimeOffset ReceivedAt)>> ListCallsAsync(
        CallQuery query, CancellationToken cancellation = default) =>
        ListAsync(
            new ListSql($"select {BoardSql.Columns}, c.received_at from call_row c join board b on b.stream = 'call/' || c.id where true")
                .And(query.Status is not null, "c.status = ?", query.Status)
                .And(query.From is not null, "c.received_at >= ?", query.From)
                .And(query.To is not null, "c.received_at < ?", query.To)
                .AndText("c.search", query.Text)
                .Behind("c", query.After)
                .Then("c.received_at desc, c.id", query.Limit),
            cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ListUnitsAsync(UnitQuery query, CancellationToken cancellation = default)
    {
        // The streams of one kind stand together in the key: 0 is the character behind the slash.
        var sql = new ListSql($"select {BoardSql.Columns} from board b where true")
            .And(true, "b.stream > ? and b.stream < 'unit0'", "unit/" + query.After)
            .And(query.Status is not null, "b.status = ?", query.Status)
            .And(query.Station is not null, "b.station = ?", query.Station)
            .Then("b.stream", query.Limit);
        return reader.ReadLongAsync(sql.Text, BoardSql.Read, cancellation, sql.Values);
    }

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

    private ValueTask<IReadOnlyList<(BoardRow Row, DateTimeOffset ReceivedAt)>> ListAsync(ListSql sql, CancellationToken cancellation) =>
        reader.ReadLongAsync(sql.Text, row => (BoardSql.Read(row), row.Time(BoardSql.ColumnCount)), cancellation, sql.Values);
}
