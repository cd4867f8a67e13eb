namespace Tocsin.Tests.Load.Statistics;

/// <summary>The times of one unit's response that intervals are made of.</summary>
public sealed record ResponseFact(
    DateTimeOffset AssignedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? EnRouteAt,
    DateTimeOffset? OnSceneAt,
    DateTimeOffset? FeedbackAt);
