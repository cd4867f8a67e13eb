using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>A station as the contract shows it.</summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="Name">The name, 1 to 100 characters.</param>
/// <param name="Location">Where it stands, WGS 84; null when not known.</param>
/// <param name="AreaClass">The class of its area; null when not known.</param>
/// <param name="Area">Its area, a GeoJSON Polygon or MultiPolygon; null when it has none.</param>
/// <param name="Version">The number of events of the station, 1 or more.</param>
/// <param name="Retired">Whether it is retired: it gets nothing new. The default is false.</param>
/// <param name="Successor">The station that took over; null, the default, where there is none.</param>
/// <param name="Kind">What it is to the centre. The default is a station.</param>
/// <param name="External">Whether nobody of it signs in here. The default is false.</param>
/// <param name="MayInstruct">Whether it may issue directives. The default is false.</param>
/// <param name="Phone">Its telephone number; null, the default, where none is known.</param>
public sealed record StationView(
    StationId Id,
    string Name,
    GeoPoint? Location,
    AreaClass? AreaClass,
    System.Text.Json.JsonElement? Area,
    int Version,
    bool Retired = false,
    StationId? Successor = null,
    StationKind Kind = StationKind.Station,
    bool External = false,
    bool MayInstruct = false,
    string? Phone = null);
