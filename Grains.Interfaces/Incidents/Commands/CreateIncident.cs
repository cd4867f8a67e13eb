using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>Makes an incident. With a call it disposes of that call in the same append.</summary>
/// <param name="CallId">The call it comes from.</param>
/// <param name="Category">1 to 100 characters.</param>
/// <param name="Priority">1 (most urgent) to 4.</param>
/// <param name="Location">Where, as far as known.</param>
/// <param name="Narrative">At most 4,000 characters.</param>
/// <param name="Station">Wins over the one that the place would give.</param>
/// <param name="Exercise">A drill or a probe.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CreateIncident")]
public sealed record CreateIncident(
    [property: Id(0)] CallId? CallId,
    [property: Id(1)] string Category,
    [property: Id(2)] int Priority,
    [property: Id(3)] Location? Location,
    [property: Id(4)] string? Narrative,
    [property: Id(5)] string? Station,
    [property: Id(6)] bool Exercise,
    [property: Id(7)] DateTimeOffset? OccurredAt) : IncidentCommand;
