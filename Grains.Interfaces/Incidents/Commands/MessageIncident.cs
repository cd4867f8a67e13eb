using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Writes to all units on the incident, its station and the centre, also when it is closed.</summary>
/// <param name="MessageId">The message's id; follows from the command's.</param>
/// <param name="Text">1 to 1,000 characters.</param>
/// <param name="OccurredAt">When it was written; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageIncident")]
public sealed record MessageIncident(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] string Text,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;
