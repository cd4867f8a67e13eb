using Tocsin.Clocks;

namespace Tocsin.Incidents;

/// <summary>Takes what was brought to a level: the overdue clocks that are there now climb no further.</summary>
/// <param name="Level">The level that was told.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TakeEscalation")]
public sealed record TakeEscalation([property: Id(0)] EscalationLevel Level) : IncidentCommand;
