using Tocsin.Places;

namespace Tocsin.Recommending.Travel;

/// <summary>One assignment of a unit, as far as journeys are made of it.</summary>
/// <param name="Place">Where the incident is, when that is known.</param>
/// <param name="Area">The station that it belongs to.</param>
/// <param name="AssignedAt">When it was assigned.</param>
/// <param name="EnRouteAt">When it was en route.</param>
/// <param name="OnSceneAt">When it arrived.</param>
/// <param name="ClearedAt">When it was over; null while it is not.</param>
internal readonly record struct Stint(
    GeoPoint? Place,
    string? Area,
    DateTimeOffset? AssignedAt,
    DateTimeOffset? EnRouteAt,
    DateTimeOffset? OnSceneAt,
    DateTimeOffset? ClearedAt);
