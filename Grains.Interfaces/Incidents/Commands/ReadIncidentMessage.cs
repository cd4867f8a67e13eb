using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Says that a message of the incident was read by one whom it is for.</summary>
/// <param name="MessageId">Which one.</param>
/// <param name="OccurredAt">When it was read; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadIncidentMessage")]
public sealed record ReadIncidentMessage(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] DateTimeOffset? OccurredAt) : IncidentCommand;
