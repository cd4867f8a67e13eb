namespace Tocsin.Incidents;

/// <summary>
/// The number that an incident has in another system: in a neighbour's centre, or in the system that it was taken over from.
/// </summary>
/// <param name="System">The other system, 1 to 100 characters, not blank.</param>
/// <param name="Number">The number there, 1 to 100 characters, not blank.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentReference")]
public sealed record IncidentReference([property: Id(0)] string System, [property: Id(1)] string Number);
