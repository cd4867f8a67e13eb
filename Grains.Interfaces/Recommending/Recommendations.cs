using Tocsin.Commands;

namespace Tocsin.Recommending;

/// <summary>The units worth sending, best first.</summary>
/// <param name="Refusal">NotFound, NotYours, LocationUnknown or IncidentClosed; null otherwise.</param>
/// <param name="Items">Best first.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Recommendations")]
public sealed record Recommendations(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] IReadOnlyList<RecommendationView> Items);
