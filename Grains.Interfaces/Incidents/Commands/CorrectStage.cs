using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Puts a wrong time right, or takes a wrong press away.</summary>
/// <param name="UnitId">Its active assignment here, else its latest.</param>
/// <param name="Stage">Which time.</param>
/// <param name="OccurredAt">The right time; null takes the press away.</param>
/// <param name="Reason">1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CorrectStage")]
public sealed record CorrectStage(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] CorrectableStage Stage,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] string Reason) : IncidentCommand;
