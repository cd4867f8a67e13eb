using Tocsin.Identity;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The reads of reports, page by page: each is a short read of its own, so that no report keeps the write-ahead log from being reset.
/// </summary>
internal static class ReportSql
{
    private const string Range = "(i.received_at, i.id) > (?, ?) AND i.received_at < ? AND i.exercise = 0";

    private const string IncidentPage = $"""
        SELECT id, number, open, category, priority, station, exercise, received_at, closed_at,
          first_assigned_at, first_assigned_unit, first_assigned_station,
          first_on_scene_at, first_on_scene_unit, first_on_scene_station, search, targets
        FROM incident i WHERE {Range} ORDER BY i.received_at, i.id LIMIT ?
        """;

    private const string ResponsePage = $"""
        SELECT r.incident, r.ordinal, r.unit, r.station, r.active,
          r.assigned_at, r.acknowledged_at, r.en_route_at, r.on_scene_at, r.feedback_at, r.cleared_at,
          i.received_at, i.category, i.priority, i.targets, i.station, i.number, CASE WHEN i.open THEN NULL ELSE i.closed_at END
        FROM incident i CROSS JOIN response r ON r.incident = i.id
        WHERE {Range} ORDER BY i.received_at, i.id, r.ordinal
        """;

    /// <summary>The next incidents after a place and received before <paramref name="to"/>, at most <paramref name="limit"/>.</summary>
    public static List<IncidentRow> Incidents(
        ReadSession session, ReportPlace after, DateTimeOffset to, int limit, CancellationToken cancellation)
    {
        var rows = new List<IncidentRow>();
        var statement = session[IncidentPage].Bind(after.ReceivedAt).Bind(after.Id).Bind(to).Bind(limit);
        while (statement.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(ReadIncident(statement));
        }

        return rows;
    }

    /// <summary>
    /// The assignments of the next incidents after a place, about <paramref name="limit"/>, and always all assignments of an incident.
    /// </summary>
    public static List<ReportedResponse> Responses(
        ReadSession session, ReportPlace after, DateTimeOffset to, int limit, CancellationToken cancellation)
    {
        var rows = new List<ReportedResponse>();
        var statement = session[ResponsePage].Bind(after.ReceivedAt).Bind(after.Id).Bind(to);
        while (statement.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var next = ReadResponse(statement);
            if (rows.Count >= limit && rows[^1].Response.Incident != next.Incident)
            {
                statement.Reset();
                break;
            }

            rows.Add(new ReportedResponse(
                next,
                statement.Time(11),
                statement.Text(12),
                (short)statement.Number(13),
                statement.TextOrNull(14))
            {
                IncidentStation = statement.TextOrNull(15),
                IncidentNumber = statement.Text(16),
                IncidentClosedAt = statement.TimeOrNull(17),
            });
        }

        return rows;
    }

    private static IncidentRow ReadIncident(SqliteStatement row) => new(
        IncidentId.Of(row.Text(0)),
        row.Text(1),
        row.Number(2) != 0,
        row.Text(3),
        (short)row.Number(4),
        row.TextOrNull(5),
        row.Number(6) != 0,
        row.Time(7),
        row.TimeOrNull(8),
        row.TimeOrNull(9),
        UnitOrNull(row, 10),
        row.TextOrNull(11),
        row.TimeOrNull(12),
        UnitOrNull(row, 13),
        row.TextOrNull(14),
        row.Text(15))
    {
        Targets = row.TextOrNull(16),
    };

    private static ResponseRow ReadResponse(SqliteStatement row) => new(
        IncidentId.Of(row.Text(0)),
        (int)row.Number(1),
        UnitId.Of(row.Text(2)),
        row.TextOrNull(3),
        row.Number(4) != 0,
        row.TimeOrNull(5),
        row.TimeOrNull(6),
        row.TimeOrNull(7),
        row.TimeOrNull(8),
        row.TimeOrNull(9),
        row.TimeOrNull(10));

    private static UnitId? UnitOrNull(SqliteStatement row, int column) => row.TextOrNull(column) is { } unit ? UnitId.Of(unit) : null;
}
