using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>Writes to a unit; given by the unit itself, to the centre.</summary>
/// <param name="MessageId">The message's id; follows from the command's.</param>
/// <param name="Text">1 to 1,000 characters.</param>
/// <param name="IncidentId">The incident that it is about, if it is about one.</param>
/// <param name="OccurredAt">When it was written; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageUnit")]
public sealed record MessageUnit(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] string Text,
    [property: Id(2)] IncidentId? IncidentId,
    [property: Id(3)] DateTimeOffset? OccurredAt) : UnitCommand;
