using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>One assignment of an incident: a unit's response.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Stage">How far it is, or how it ended.</param>
/// <param name="AssignedAt">指派</param>
/// <param name="AcknowledgedAt">签收</param>
/// <param name="EnRouteAt">出动</param>
/// <param name="OnSceneAt">到场</param>
/// <param name="FeedbackAt">反馈: the first.</param>
/// <param name="ClearedAt">When it was over, however it ended.</param>
/// <param name="Station">The unit's station when it was assigned.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AssignmentView")]
public sealed record AssignmentView(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] AssignmentStage Stage,
    [property: Id(2)] DateTimeOffset? AssignedAt,
    [property: Id(3)] DateTimeOffset? AcknowledgedAt,
    [property: Id(4)] DateTimeOffset? EnRouteAt,
    [property: Id(5)] DateTimeOffset? OnSceneAt,
    [property: Id(6)] DateTimeOffset? FeedbackAt,
    [property: Id(7)] DateTimeOffset? ClearedAt,
    [property: Id(8)] string? Station);
