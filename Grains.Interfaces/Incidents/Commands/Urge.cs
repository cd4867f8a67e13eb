using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>Urges 催办: says that a stage is waited for. Moves nothing.</summary>
/// <param name="Stage">What is waited for; any but <c>answer</c>.</param>
/// <param name="UnitId">Who is urged, a unit that is on the incident; null: everybody on it.</param>
/// <param name="Reason">1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Urge")]
public sealed record Urge(
    [property: Id(0)] ClockStage Stage,
    [property: Id(1)] UnitId? UnitId,
    [property: Id(2)] string Reason) : IncidentCommand;
