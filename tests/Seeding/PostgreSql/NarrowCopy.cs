using Tocsin.Deciding;
using Tocsin.Journal;

namespace Tocsin.Tests.Seeding.PostgreSql;

/// <summary>Copies the narrow rows by which lists and reports find things.</summary>
internal sealed class NarrowCopy(TableCopy incidents, TableCopy responses, TableCopy calls)
{
    public const string IncidentColumns =
        "id, number, open, category, priority, station, exercise, received_at, closed_at, first_assigned_at, first_assigned_unit, "
        + "first_assigned_station, first_on_scene_at, first_on_scene_unit, first_on_scene_station, search, targets";

    public const string ResponseColumns =
        "incident, ordinal, unit, station, active, assigned_at, acknowledged_at, en_route_at, on_scene_at, feedback_at, cleared_at";

    public const string CallColumns = "id, status, received_at, disposition_kind, incident, search";

    public void Write(NarrowRows rows)
    {
        foreach (var row in rows.Incidents)
            Write(row);
        foreach (var row in rows.Responses)
            Write(row);
        foreach (var row in rows.Calls)
            calls.Row()
                .Text(row.Id.Value)
                .Small(row.Status)
                .Time(row.ReceivedAt)
                .Text(row.DispositionKind)
                .Text(row.Incident?.Value)
                .Text(row.Search);
    }

    private void Write(IncidentRow row) => incidents.Row()
        .Text(row.Id.Value).Text(row.Number).Flag(row.Open).Text(row.Category).Small(row.Priority).Text(row.Station).Flag(row.Exercise)
        .Time(row.ReceivedAt).Time(row.ClosedAt)
        .Time(row.FirstAssignedAt).Text(row.FirstAssignedUnit?.Value).Text(row.FirstAssignedStation)
        .Time(row.FirstOnSceneAt).Text(row.FirstOnSceneUnit?.Value).Text(row.FirstOnSceneStation)
        .Text(row.Search).Text(row.Targets);

    private void Write(ResponseRow row) => responses.Row()
        .Text(row.Incident.Value).Number(row.Ordinal).Text(row.Unit.Value).Text(row.Station).Flag(row.Active)
        .Time(row.AssignedAt).Time(row.AcknowledgedAt).Time(row.EnRouteAt).Time(row.OnSceneAt).Time(row.FeedbackAt).Time(row.ClearedAt);
}
