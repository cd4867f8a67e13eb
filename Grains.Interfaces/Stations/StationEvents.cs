using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>What happened to a station. The name of the type is the event's kind.</summary>
public abstract record StationEvent;

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

/// <summary>It was changed: its present fields.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="AreaClass">The class of its area.</param>
/// <param name="Area">GeoJSON, or null.</param>
public sealed record StationChanged(
    string Name,
    GeoPoint? Location,
    AreaClass? AreaClass,
    System.Text.Json.JsonElement? Area) : StationEvent;
