using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>What can be asked of a station.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.StationCommand")]
public abstract record StationCommand;

/// <summary>Registers a station, or changes one.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="AreaClass">The class of its area.</param>
/// <param name="Area">GeoJSON text of a Polygon or MultiPolygon, or null; at most 10,000 points.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RegisterStation")]
public sealed record RegisterStation(
    [property: Id(0)] string Name,
    [property: Id(1)] GeoPoint? Location,
    [property: Id(2)] AreaClass? AreaClass,
    [property: Id(3)] string? Area) : StationCommand;
