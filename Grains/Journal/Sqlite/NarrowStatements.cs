using Microsoft.Data.Sqlite;

namespace Tocsin.Journal.Sqlite;

/// <summary>Writes the narrow rows of incidents, their assignments and calls, each whole.</summary>
internal sealed class NarrowStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _number = new(connection, "SELECT 1 FROM incident WHERE number = ? AND id <> ?");
    private readonly SqliteStatement _incident = new(connection, """
        INSERT INTO incident (id, number, open, category, priority, station, exercise, received_at, closed_at,
          first_assigned_at, first_assigned_unit, first_assigned_station,
          first_on_scene_at, first_on_scene_unit, first_on_scene_station, search, targets)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          number = excluded.number, open = excluded.open, category = excluded.category,
          priority = excluded.priority, station = excluded.station,
          exercise = excluded.exercise, received_at = excluded.received_at, closed_at = excluded.closed_at,
          first_assigned_at = excluded.first_assigned_at, first_assigned_unit = excluded.first_assigned_unit,
          first_assigned_station = excluded.first_assigned_station,
          first_on_scene_at = excluded.first_on_scene_at, first_on_scene_unit = excluded.first_on_scene_unit,
          first_on_scene_station = excluded.first_on_scene_station,
          search = excluded.search, targets = excluded.targets
        """);

    private readonly SqliteStatement _response = new(connection, """
        INSERT INTO response (incident, ordinal, unit, station, active,
          assigned_at, acknowledged_at, en_route_at, on_scene_at, feedback_at, cleared_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (incident, ordinal) DO UPDATE SET
          unit = excluded.unit, station = excluded.station, active = excluded.active, assigned_at = excluded.assigned_at,
          acknowledged_at = excluded.acknowledged_at, en_route_at = excluded.en_route_at, on_scene_at = excluded.on_scene_at,
          feedback_at = excluded.feedback_at, cleared_at = excluded.cleared_at
        """);

    private readonly SqliteStatement _call = new(connection, """
        INSERT INTO call (id, status, received_at, disposition_kind, incident, search) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          status = excluded.status, received_at = excluded.received_at, disposition_kind = excluded.disposition_kind,
          incident = excluded.incident, search = excluded.search
        """);

    /// <summary>Whether another incident has the row's number.</summary>
    public bool IsNumberTaken(IncidentRow row)
    {
        if (!_number.Bind(row.Number).Bind(row.Id.Value).Step())
            return false;
        _number.Reset();
        return true;
    }

    /// <summary>Writes an incident's row.</summary>
    public void Write(IncidentRow row) =>
        _incident.Bind(row.Id.Value).Bind(row.Number).Bind(row.Open).Bind(row.Category).Bind(row.Priority).Bind(row.Station)
            .Bind(row.Exercise).Bind(row.ReceivedAt).Bind(row.ClosedAt)
            .Bind(row.FirstAssignedAt).Bind(row.FirstAssignedUnit?.Value).Bind(row.FirstAssignedStation)
            .Bind(row.FirstOnSceneAt).Bind(row.FirstOnSceneUnit?.Value).Bind(row.FirstOnSceneStation)
            .Bind(row.Search).Bind(row.Targets)
            .Run();

    /// <summary>Writes an assignment's row.</summary>
    public void Write(ResponseRow row) =>
        _response.Bind(row.Incident.Value).Bind(row.Ordinal).Bind(row.Unit.Value).Bind(row.Station).Bind(row.Active)
            .Bind(row.AssignedAt).Bind(row.AcknowledgedAt).Bind(row.EnRouteAt).Bind(row.OnSceneAt).Bind(row.FeedbackAt).Bind(row.ClearedAt)
            .Run();

    /// <summary>Writes a call's row.</summary>
    public void Write(CallRow row) =>
        _call.Bind(row.Id.Value).Bind(row.Status).Bind(row.ReceivedAt).Bind(row.DispositionKind)
            .Bind(row.Incident?.Value).Bind(row.Search)
            .Run();

    /// <inheritdoc/>
    public void Dispose()
    {
        _number.Dispose();
        _incident.Dispose();
        _response.Dispose();
        _call.Dispose();
    }
}
