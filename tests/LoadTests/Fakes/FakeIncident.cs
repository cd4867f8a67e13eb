using System.Text.Json;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Statistics;

namespace Tocsin.Tests.LoadTests.Fakes;

public sealed class FakeIncident
{
    public required string Id { get; init; }

    public required string Category { get; init; }

    public required int Priority { get; set; }

    public PlaceView? Location { get; set; }

    public string? Narrative { get; set; }

    public string? Station { get; set; }

    public required DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? Disposition { get; set; }

    public int CallCount { get; set; }

    public List<FakeAssignment> Assignments { get; } = [];

    public required FakeStream Stream { get; init; }

    public FakeAssignment? Of(string unit) =>
        Assignments.LastOrDefault(a => a.UnitId == unit && a.Active) ?? Assignments.LastOrDefault(a => a.UnitId == unit);

    public IncidentFact Fact =>
        new(
            ReceivedAt,
            Category,
            Priority,
            [.. Assignments.Select(a => new ResponseFact(a.AssignedAt, a.AcknowledgedAt, a.EnRouteAt, a.OnSceneAt, a.FeedbackAt))]);

    public object View => new
    {
        Id,
        Number = $"170101-{Id[^4..]}",
        Status = ClosedAt is not null ? "closed" : "received",
        Category,
        Priority,
        Location,
        Narrative,
        Station,
        ReceivedAt,
        ClosedAt,
        Exercise = false,
        CallCount,
        Assignments = Assignments.Select(
            a => new { a.UnitId, a.Stage, a.AssignedAt, a.AcknowledgedAt, a.EnRouteAt, a.OnSceneAt, a.FeedbackAt, a.ClearedAt }),
        Disposition,
        Clocks = Array.Empty<object>(),
        Stream.Version,
    };

    public string Json => JsonSerializer.Serialize(View, JsonSerializerOptions.Web);
}
