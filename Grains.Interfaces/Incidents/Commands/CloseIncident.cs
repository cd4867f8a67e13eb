namespace Tocsin.Incidents;

/// <summary>Closes it 办结: active assignments end cleared at its time.</summary>
/// <param name="Disposition">1 to 100 characters.</param>
/// <param name="Note">At most 4,000 characters.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CloseIncident")]
public sealed record CloseIncident(
    [property: Id(0)] string Disposition,
    [property: Id(1)] string? Note,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;
