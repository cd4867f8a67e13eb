using Tocsin.Commands;
using Tocsin.Identity;
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

/// <summary>
/// Registers or changes a station as <see cref="RegisterStation"/> does, and says whether it is retired and who takes over.
/// </summary>
/// <remarks>
/// A retired station gets nothing new; its open incidents go to its successor, in appends of a limited size, and the retirement is in the
/// last of them. Refused with <c>unknownReference</c> and <c>retired</c> where the successor is not registered or retired itself, with
/// <c>invalid</c> where open incidents have no successor. A command of its own: an older silo would register the station without it.
/// </remarks>
/// <param name="Station">All fields of the station.</param>
/// <param name="Retired">Whether it is retired from now on; null: it stays as it is.</param>
/// <param name="Successor">
/// The station that takes over, or null for none; not given: it stays as it is. Only a retired station has one.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.RetireStation")]
public sealed record RetireStation(
    [property: Id(0)] RegisterStation Station,
    [property: Id(1)] bool? Retired,
    [property: Id(2)] Optional<StationId?> Successor) : StationCommand;

/// <summary>
/// Registers or changes a station as <see cref="RetireStation"/> does, and says what kind of party it is. A command of its own: an older
/// silo would register the station without it.
/// </summary>
/// <param name="Station">All fields of the station, and whether it is retired.</param>
/// <param name="Kind">What it is; null: it stays as it is, at first a station.</param>
/// <param name="External">Whether nobody of it signs in here; null: it stays as it is, at first false.</param>
/// <param name="MayInstruct">Whether it may issue directives; null: it stays as it is, at first false.</param>
/// <param name="Phone">Its telephone number, 1 to 32 characters, or null; not given: it stays as it is.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RegisterBody")]
public sealed record RegisterBody(
    [property: Id(0)] RetireStation Station,
    [property: Id(1)] StationKind? Kind,
    [property: Id(2)] bool? External,
    [property: Id(3)] bool? MayInstruct,
    [property: Id(4)] Optional<string?> Phone) : StationCommand;
