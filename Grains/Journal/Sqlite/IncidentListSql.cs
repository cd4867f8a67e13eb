namespace Tocsin.Journal.Sqlite;

/// <summary>The list of incidents, as <see cref="IncidentQuery"/> describes it.</summary>
internal static class IncidentListSql
{
    /// <summary>Instant, instant, limit -> ids of those that were open then.</summary>
    public const string OpenAt = "SELECT id FROM incident WHERE received_at <= ? AND (closed_at IS NULL OR closed_at > ?) LIMIT ?";

    private const string Select =
        $"SELECT {JournalSql.BoardColumns}, i.received_at FROM incident i CROSS JOIN board b ON b.stream = 'incident/' || i.id WHERE 1";

    /// <summary>Makes the statement.</summary>
    public static ListSql Of(IncidentQuery query)
    {
        // The condition on open is written out, not bound: only then can the index of the open ones be chosen.
        var sql = new ListSql(Select)
            .And(query.Open == true, "i.open = 1")
            .And(query.Open == false, "i.open = 0")
            .And(query.From is not null, "i.received_at >= ?", query.From)
            .And(query.To is not null, "i.received_at < ?", query.To)
            .AndText("i.search", query.Text)
            .And(
                query.Station is not null,
                "i.station = ? OR EXISTS (SELECT 1 FROM response r WHERE r.incident = i.id AND r.station = ? AND r.active)",
                query.Station,
                query.Station)
            .And(
                query.Unit is not null,
                "i.id IN (SELECT r.incident FROM response r WHERE r.unit = ? AND (r.active = 1 OR ? IS NULL OR r.cleared_at >= ?))",
                query.Unit?.Value,
                query.UnitSince,
                query.UnitSince);
        if (query.After is { } after)
        {
            sql.And(true, "i.received_at < ? OR (i.received_at = ? AND i.id > ?)", after.ReceivedAt, after.ReceivedAt, after.Id)
                .And(true, "i.received_at <= ?", after.ReceivedAt);
        }

        return sql.Then("i.received_at DESC, i.id", query.Limit);
    }
}
