using System.Runtime.CompilerServices;
using Tocsin.Identity;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Sqlite;

/// <summary>Lists and reports over the narrow rows, a few at a time and away from the threads of grains.</summary>
/// <param name="readers">The connections that read.</param>
/// <param name="rows">Reads rows.</param>
internal sealed class SqliteJournalQueries(SqliteReaders readers, SqliteRows rows) : IJournalQueries
{
    // Instant, instant, limit -> ids of incidents that were open then.
    private const string OpenAt = "SELECT id FROM incident WHERE received_at <= ? AND (closed_at IS NULL OR closed_at > ?) LIMIT ?";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ListedRow>> ListAsync(ListQuery query, CancellationToken cancellation = default) =>
        ListReading.ReadAsync(query, ListDialect.Sqlite, list => readers.ReportAsync<IReadOnlyList<ListedRow>>(
            session =>
            {
                using var statement = session.Prepare(list.Text);
                foreach (var value in list.Values)
                    Bind(statement, value);
                var found = new List<ListedRow>();
                while (statement.Step())
                {
                    cancellation.ThrowIfCancellationRequested();
                    found.Add(rows.Listed(statement));
                }

                return found;
            },
            cancellation));

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
                var statement = session[OpenAt].Bind(at).Bind(at).Bind(limit);
                while (statement.Step())
                    found.Add(IncidentId.Of(statement.Text(0)));
                return found;
            },
            cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ListLateAsync(int limit, CancellationToken cancellation = default) => OrInPartsAsync(
        session => session[JournalSql.Late].Bind(limit), session => session[JournalSql.LateIds], limit, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoardRow>> ListDueAsync(DateTimeOffset before, int limit, CancellationToken cancellation = default) =>
        OrInPartsAsync(
            session => session[JournalSql.DueBefore].Bind(before).Bind(limit),
            session => session[JournalSql.DueIds].Bind(before),
            limit,
            cancellation);

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
    public ValueTask<JournalChanges> ListChangesAsync(
        JournalPosition after, int limit, StreamKind kind, IReadOnlySet<string> events, CancellationToken cancellation = default) =>
        readers.ReportAsync(
            session =>
            {
                var streams = new HashSet<StreamId>();
                var upTo = after;
                var statement = session["SELECT position, stream, kind FROM journal WHERE position > ? ORDER BY position LIMIT ?"];
                statement.Bind(after.Value).Bind(limit);
                while (statement.Step())
                {
                    cancellation.ThrowIfCancellationRequested();
                    upTo = new JournalPosition(statement.Number(0));
                    if (events.Contains(statement.Text(2)) && StreamId.OfRow(statement.Text(1)) is var stream && stream.Kind == kind)
                        streams.Add(stream);
                }

                return new JournalChanges([.. streams], upTo);
            },
            cancellation);

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

    private static void Bind(SqliteStatement statement, object? value) => _ = value switch
    {
        string text => statement.Bind(text),
        int number => statement.Bind(number),
        short number => statement.Bind(number),
        DateTimeOffset time => statement.Bind(time),
        _ => throw new InvalidOperationException($"A {value?.GetType().Name ?? "null"} cannot be bound."),
    };

    private async ValueTask<IReadOnlyList<BoardRow>> OrInPartsAsync(
        Func<ReadSession, SqliteStatement> whole, Func<ReadSession, SqliteStatement> ids, int limit, CancellationToken cancellation)
    {
        try
        {
            return await readers.ReportAsync<IReadOnlyList<BoardRow>>(session => Rows(whole(session), cancellation), cancellation);
        }
        catch (DamagedException)
        {
            var parts = new SqliteParts(rows.Damage);
            return await readers.ReportAsync<IReadOnlyList<BoardRow>>(
                session => parts.Read(session, ids(session), JournalSql.BoardById, rows.Board).Take(limit).ToList(), cancellation);
        }
    }

    private List<BoardRow> Rows(SqliteStatement statement, CancellationToken cancellation)
    {
        var found = new List<BoardRow>();
        while (statement.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add(rows.Board(statement));
        }

        return found;
    }
}
