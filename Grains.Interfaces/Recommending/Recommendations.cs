using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>The units worth sending, best first.</summary>
/// <param name="Refusal">NotFound, NotYours, LocationUnknown or IncidentClosed; null otherwise.</param>
/// <param name="Items">Best first.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Recommendations")]
public sealed record Recommendations(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] IReadOnlyList<RecommendationView> Items);

/// <summary>A unit worth sending.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="EtaSeconds">Estimated time of arrival.</param>
/// <param name="DistanceMeters">Estimated way.</param>
/// <param name="Reasons">Why, in words.</param>
/// <param name="Why">The same, for programs.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RecommendationView")]
public sealed record RecommendationView(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] int EtaSeconds,
    [property: Id(2)] int DistanceMeters,
    [property: Id(3)] IReadOnlyList<string> Reasons,
    [property: Id(4)] IReadOnlyList<Reason> Why);
