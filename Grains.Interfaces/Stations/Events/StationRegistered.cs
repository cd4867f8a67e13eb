using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>It was registered.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="AreaClass">The class of its area.</param>
/// <param name="Area">GeoJSON, or null.</param>
public sealed record StationRegistered(
    string Name,
    GeoPoint? Location,
    AreaClass? AreaClass,
    System.Text.Json.JsonElement? Area) : StationEvent;
