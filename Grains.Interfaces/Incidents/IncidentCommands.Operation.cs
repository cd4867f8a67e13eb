using Tocsin.Identity;

namespace Tocsin.Incidents;

// Assessment

/// <summary>
/// Assesses the incident 研: how urgent it is, and who answers for it. The newest assessment holds; running clocks are reckoned anew. An
/// incident that belongs to no station belongs to the owner since, if that is a station.
/// </summary>
/// <remarks>
/// Refused with <c>incidentClosed</c>, and with <c>unknownReference</c> for an owner that is not registered, or is retired.
/// </remarks>
/// <param name="Priority">The priority, 1 (most urgent) to 4.</param>
/// <param name="Owner">The station or body that answers for it.</param>
/// <param name="Note">A note of at most 500 characters, or null.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.AssessIncident")]
public sealed record AssessIncident(
    [property: Id(0)] int Priority,
    [property: Id(1)] StationId Owner,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateTimeOffset? OccurredAt) : IncidentCommand;
