using Npgsql;
using Tocsin.Identity;

namespace Tocsin.Journal.PostgreSql;

/// <summary>The reports' reads.</summary>
internal static class ReportSql
{
    /// <summary>The incidents of a span.</summary>
    public const string Incidents = $"""
        select i.id, i.number, i.open, i.category, i.priority, i.station, i.exercise, i.received_at, i.closed_at,
          i.first_assigned_at, i.first_assigned_unit, i.first_assigned_station,
          i.first_on_scene_at, i.first_on_scene_unit, i.first_on_scene_station, i.search, i.targets
        from incident_row i where {Span}
        """;

    /// <summary>The assignments of the same incidents.</summary>
    public const string Responses = $"""
        select r.incident, r.ordinal, r.unit, r.station, r.active,
          r.assigned_at, r.acknowledged_at, r.en_route_at, r.on_scene_at, r.feedback_at, r.cleared_at,
          i.received_at, i.category, i.priority, i.targets, i.station, i.number, case when i.open then null else i.closed_at end
        from incident_row i join response_row r on r.incident = i.id where {Span}
        """;

    /// <summary>The calls of a span. Whether the incident is an exercise is asked of its row: a call is none by itself.</summary>
    public const string Calls = """
        select c.received_at, c.disposition_kind, i.station
        from call_row c left join incident_row i on i.id = c.incident
        where c.received_at >= $1 and c.received_at < $2 and i.exercise is not true
        """;

    private const string Span = "i.received_at >= $1 and i.received_at < $2 and not i.exercise";

    /// <summary>Reads an incident.</summary>
    public static IncidentRow ReadIncident(NpgsqlDataReader row) => new(
        IncidentId.Of(row.GetString(0)),
        row.GetString(1),
        row.GetBoolean(2),
        row.GetString(3),
        row.GetInt16(4),
        row.TextOrNull(5),
        row.GetBoolean(6),
        row.Time(7),
        row.TimeOrNull(8),
        row.TimeOrNull(9),
        row.UnitOrNull(10),
        row.TextOrNull(11),
        row.TimeOrNull(12),
        row.UnitOrNull(13),
        row.TextOrNull(14),
        row.GetString(15))
    {
        Targets = row.TextOrNull(16),
    };

    /// <summary>Reads an assignment with what it is grouped by.</summary>
    public static ReportedResponse ReadResponse(NpgsqlDataReader row) => new(
        new ResponseRow(
            IncidentId.Of(row.GetString(0)),
            row.GetInt32(1),
            UnitId.Of(row.GetString(2)),
            row.TextOrNull(3),
            row.GetBoolean(4),
            row.TimeOrNull(5),
            row.TimeOrNull(6),
            row.TimeOrNull(7),
            row.TimeOrNull(8),
            row.TimeOrNull(9),
            row.TimeOrNull(10)),
        row.Time(11),
        row.GetString(12),
        row.GetInt16(13),
        row.TextOrNull(14))
    {
        IncidentStation = row.TextOrNull(15),
        IncidentNumber = row.GetString(16),
        IncidentClosedAt = row.TimeOrNull(17),
    };

    /// <summary>Reads a call.</summary>
    public static ReportedCall ReadCall(NpgsqlDataReader row) => new(row.Time(0), row.TextOrNull(1), row.TextOrNull(2));
}
