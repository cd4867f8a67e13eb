using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>The commands to a station; <see cref="IStationGrain"/> carries them out.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.StationCommand")]
public abstract record StationCommand;

/// <summary>Registers a station, or changes one: every field is replaced.</summary>
/// <remarks>Refused with <c>invalid</c> when the area is no GeoJSON.</remarks>
/// <param name="Name">The name, 1 to 100 characters, not blank.</param>
/// <param name="Location">Where it stands, WGS 84; null when not known.</param>
/// <param name="AreaClass">The class of its area; null when not known.</param>
/// <param name="Area">
/// GeoJSON text of a Polygon or MultiPolygon (RFC 7946), WGS 84, at most 10,000 points; null when it has no area.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.RegisterStation")]
public sealed record RegisterStation(
    [property: Id(0)] string Name,
    [property: Id(1)] GeoPoint? Location,
    [property: Id(2)] AreaClass? AreaClass,
    [property: Id(3)] string? Area) : StationCommand;
