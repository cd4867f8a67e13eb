using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>A station as the contract shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="AreaClass">The class of its area.</param>
/// <param name="Area">GeoJSON Polygon or MultiPolygon, or null.</param>
/// <param name="Version">How many events it has.</param>
public sealed record StationView(
    StationId Id,
    string Name,
    GeoPoint? Location,
    AreaClass? AreaClass,
    System.Text.Json.JsonElement? Area,
    int Version);
