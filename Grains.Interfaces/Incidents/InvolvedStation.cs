namespace Tocsin.Incidents;

/// <summary>
/// A station that a directive on an incident concerns, and that may therefore read the incident. Withdrawn ones do not count.
/// </summary>
/// <param name="Station">The id of the station.</param>
/// <param name="OverAt">When the last of its directives was over, UTC; null while one is open.</param>
[GenerateSerializer, Immutable, Alias("tocsin.InvolvedStation")]
public sealed record InvolvedStation([property: Id(0)] string Station, [property: Id(1)] DateTimeOffset? OverAt);
