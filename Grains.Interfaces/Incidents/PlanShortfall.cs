namespace Tocsin.Incidents;

/// <summary>What a response plan lacks.</summary>
/// <param name="Need">The need.</param>
/// <param name="Count">How many units are missing.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PlanShortfall")]
public sealed record PlanShortfall([property: Id(0)] string Need, [property: Id(1)] int Count);
