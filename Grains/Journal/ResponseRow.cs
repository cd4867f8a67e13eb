using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>The narrow row of one assignment (a unit's response to an incident). Written whole whenever anything in it changed.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Ordinal">Its place among the incident's assignments, from 0.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Station">The unit's station when it was assigned.</param>
/// <param name="Active">Whether the assignment is not over.</param>
/// <param name="AssignedAt">Assigned 指派.</param>
/// <param name="AcknowledgedAt">Signed for 签收.</param>
/// <param name="EnRouteAt">En route 出动.</param>
/// <param name="OnSceneAt">On scene 到场.</param>
/// <param name="FeedbackAt">First feedback 反馈.</param>
/// <param name="ClearedAt">When it was over, however it ended.</param>
public sealed record ResponseRow(
    IncidentId Incident,
    int Ordinal,
    UnitId Unit,
    string? Station,
    bool Active,
    DateTimeOffset? AssignedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? EnRouteAt,
    DateTimeOffset? OnSceneAt,
    DateTimeOffset? FeedbackAt,
    DateTimeOffset? ClearedAt);
