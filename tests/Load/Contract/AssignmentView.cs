namespace Tocsin.Tests.Load.Contract;

/// <summary>One unit's time on an incident as the gateway answers it; a unit may stand there more than once.</summary>
public sealed record AssignmentView(
    string UnitId,
    string Stage,
    DateTimeOffset AssignedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? EnRouteAt,
    DateTimeOffset? OnSceneAt,
    DateTimeOffset? FeedbackAt,
    DateTimeOffset? ClearedAt);
