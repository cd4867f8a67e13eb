namespace Tocsin.Tests.LoadTests.Fakes;

public sealed class FakeAssignment
{
    public required string UnitId { get; init; }

    public string Stage { get; set; } = "assigned";

    public DateTimeOffset AssignedAt { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public DateTimeOffset? EnRouteAt { get; set; }

    public DateTimeOffset? OnSceneAt { get; set; }

    public DateTimeOffset? FeedbackAt { get; set; }

    public DateTimeOffset? ClearedAt { get; set; }

    public bool Active => ClearedAt is null;
}
