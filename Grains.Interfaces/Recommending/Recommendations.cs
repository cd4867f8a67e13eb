using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>The units worth sending, or why none is recommended.</summary>
/// <param name="Refusal">NotFound, NotYours, LocationUnknown or IncidentClosed; null otherwise.</param>
/// <param name="Items">The units, best first; at most as many as were asked for.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Recommendations")]
public sealed record Recommendations(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] IReadOnlyList<RecommendationView> Items);

/// <summary>A unit worth sending.</summary>
/// <param name="UnitId">The id of the unit.</param>
/// <param name="EtaSeconds">
/// The estimated time until it arrives, in whole seconds, 0 or more; null where the place of the incident is not known.
/// </param>
/// <param name="DistanceMeters">
/// The estimated distance that it has to drive, in whole metres, 0 or more; null where the place of the incident is not known.
/// </param>
/// <param name="Reasons">The reasons in English, for people.</param>
/// <param name="Why">The same reasons, for programs.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RecommendationView")]
public sealed record RecommendationView(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] int? EtaSeconds,
    [property: Id(2)] int? DistanceMeters,
    [property: Id(3)] IReadOnlyList<string> Reasons,
    [property: Id(4)] IReadOnlyList<Reason> Why);
