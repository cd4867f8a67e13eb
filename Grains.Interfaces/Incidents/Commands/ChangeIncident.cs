using Tocsin.Commands;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>Changes fields, each by itself.</summary>
/// <param name="Category">1 to 100 characters.</param>
/// <param name="Priority">1 to 4.</param>
/// <param name="Location">Null: not known.</param>
/// <param name="Narrative">At most 4,000 characters; null: none.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeIncident")]
public sealed record ChangeIncident(
    [property: Id(0)] Optional<string> Category,
    [property: Id(1)] Optional<int> Priority,
    [property: Id(2)] Optional<Location?> Location,
    [property: Id(3)] Optional<string?> Narrative) : IncidentCommand;
