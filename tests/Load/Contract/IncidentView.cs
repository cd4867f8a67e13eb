namespace Tocsin.Tests.Load.Contract;

/// <summary>An incident as the gateway answers it, as far as this program looks.</summary>
public sealed record IncidentView(
    string Id,
    string Number,
    string Status,
    string Category,
    int Priority,
    PlaceView? Location,
    string? Narrative,
    string? Station,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ClosedAt,
    bool Exercise,
    int CallCount,
    IReadOnlyList<AssignmentView> Assignments,
    string? Disposition,
    int Version);
