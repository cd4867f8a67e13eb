namespace Tocsin.Incidents;

/// <summary>Opens a closed one again: nobody is on it.</summary>
/// <param name="Reason">1 to 500 characters.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReopenIncident")]
public sealed record ReopenIncident(
    [property: Id(0)] string Reason,
    [property: Id(1)] DateTimeOffset? OccurredAt) : IncidentCommand;
