using System.Runtime.CompilerServices;
using Tocsin.Identity;

namespace Tocsin.Journal.Sqlite;

/// <summary>Lists and reports over the narrow rows, a few at a time and away from the threads of grains.</summary>
internal sealed class SqliteJournalQueries(SqliteReaders readers) : IJournalQueries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(BoardRow Row, DateTimeOffset ReceivedAt)>> ListIncidentsAsync(
        IncidentQuery query, CancellationToken cancellation = default) =>
        ListAsync(IncidentListSql.Of(query), row => (JournalSql.ReadBoard(row), row.Time(JournalSql.BoardColumnCount)), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(BoardRow Row, DateTimeOffset ReceivedAt)>> ListCallsAsync(
        CallQuery query, CancellationToken cancellation = default) =>
        ListAsync(CallListSql.Of(query), row => (JournalSql.ReadBoard(row), row.Time(JournalSql.BoardColumnCount)), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ListUnitsAsync(UnitQuery query, CancellationToken cancellation = default) =>
        ListAsync(UnitListSql.Of(query), JournalSql.ReadBoard, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IncidentRow> ReportIncidentsAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var place = ReportPlace.Before(from);
        for (var page = await PageAsync(place); page.Count > 0; page = await PageAsync(place))
        {
            foreach (var row in page)
                yield return row;
            place = new ReportPlace(page[^1].ReceivedAt, page[^1].Id.Value);
        }

        ValueTask<IReadOnlyList<IncidentRow>> PageAsync(ReportPlace after) => readers.ReportAsync<IReadOnlyList<IncidentRow>>(
            session => ReportSql.Incidents(session, after, to, SqliteLimits.ReportRows, cancellation),
            cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IncidentId>> ListOpenAtAsync(DateTimeOffset at, int limit, CancellationToken cancellation = default) =>
        readers.ReportAsync<IReadOnlyList<IncidentId>>(
            session =>
            {
                var found = new List<IncidentId>();
                var statement = session[IncidentListSql.OpenAt].Bind(at).Bind(at).Bind(limit);
                while (statement.Step())
                    found.Add(IncidentId.Of(statement.Text(0)));
                return found;
            },
            cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ListLateAsync(int limit, CancellationToken cancellation = default) =>
        readers.ReportAsync<IReadOnlyList<BoardRow>>(session => Rows(session[JournalSql.Late].Bind(limit), cancellation), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ListDueAsync(DateTimeOffset before, int limit, CancellationToken cancellation = default) =>
        readers.ReportAsync<IReadOnlyList<BoardRow>>(
            session => Rows(session[JournalSql.DueBefore].Bind(before).Bind(limit), cancellation), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReportedResponse> ReportResponsesAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var place = ReportPlace.Before(from);
        for (var page = await PageAsync(place); page.Count > 0; page = await PageAsync(place))
        {
            foreach (var row in page)
                yield return row;
            place = new ReportPlace(page[^1].ReceivedAt, page[^1].Response.Incident.Value);
        }

        ValueTask<IReadOnlyList<ReportedResponse>> PageAsync(ReportPlace after) =>
            readers.ReportAsync<IReadOnlyList<ReportedResponse>>(
                session => ReportSql.Responses(session, after, to, SqliteLimits.ReportRows, cancellation),
                cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReportedCall> ReportCallsAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        PagesAsync(from, (session, after) => SummarySql.Calls(session, after, to, SqliteLimits.ReportRows, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReportedFeedback> ReportFeedbackAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default) =>
        PagesAsync(from, (session, after) => SummarySql.Feedback(session, after, to, SqliteLimits.ReportRows, cancellation), cancellation);

    private async IAsyncEnumerable<T> PagesAsync<T>(
        DateTimeOffset from,
        Func<ReadSession, ReportPlace, (List<T> Rows, ReportPlace? Next)> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (ReportPlace? place = ReportPlace.Before(from); place is { } after;)
        {
            (var rows, place) = await readers.ReportAsync(session => read(session, after), cancellation);
            foreach (var row in rows)
                yield return row;
        }
    }

    private ValueTask<IReadOnlyList<T>> ListAsync<T>(ListSql sql, Func<SqliteStatement, T> read, CancellationToken cancellation) =>
        readers.ReportAsync<IReadOnlyList<T>>(
            session =>
            {
                using var statement = session.Prepare(sql.Text);
                sql.BindTo(statement);
                var rows = new List<T>();
                while (statement.Step())
                {
                    cancellation.ThrowIfCancellationRequested();
                    rows.Add(read(statement));
                }

                return rows;
            },
            cancellation);

    private static List<BoardRow> Rows(SqliteStatement statement, CancellationToken cancellation)
    {
        var rows = new List<BoardRow>();
        while (statement.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(JournalSql.ReadBoard(statement));
        }

        return rows;
    }
}
