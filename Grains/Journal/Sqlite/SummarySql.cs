namespace Tocsin.Journal.Sqlite;

/// <summary>The summary's own reads, a page at a time; see <see cref="ReportSql"/>.</summary>
internal static class SummarySql
{
    // Whether the incident is an exercise is read from its row, as a call does not say it. It is no condition, so that a page of
    // exercises is a page.
    private const string CallPage = """
        SELECT c.received_at, c.disposition_kind, i.station, ifnull(i.exercise, 0), c.id
        FROM call c LEFT JOIN incident i ON i.id = c.incident
        WHERE (c.received_at, c.id) > (?, ?) AND c.received_at < ? ORDER BY c.received_at, c.id LIMIT ?
        """;

    /// <summary>The next calls after a place; null the place when there are no more.</summary>
    public static (List<ReportedCall> Rows, ReportPlace? Next) Calls(
        ReadSession session, ReportPlace after, DateTimeOffset to, int limit, CancellationToken cancellation) =>
        Page(
            session[CallPage],
            after,
            to,
            limit,
            idColumn: 4,
            row => row.Number(3) != 0 ? null : new ReportedCall(row.Time(0), row.TextOrNull(1), row.TextOrNull(2)),
            cancellation);

    private static (List<T> Rows, ReportPlace? Next) Page<T>(
        SqliteStatement statement,
        ReportPlace after,
        DateTimeOffset to,
        int limit,
        int idColumn,
        Func<SqliteStatement, T?> read,
        CancellationToken cancellation)
        where T : class
    {
        var rows = new List<T>();
        ReportPlace? next = null;
        statement.Bind(after.ReceivedAt).Bind(after.Id).Bind(to).Bind(limit);
        while (statement.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            next = new ReportPlace(statement.Time(0), statement.Text(idColumn));
            if (read(statement) is { } row)
                rows.Add(row);
        }

        return (rows, next);
    }
}
