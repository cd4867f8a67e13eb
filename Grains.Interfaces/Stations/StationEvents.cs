using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;

namespace Tocsin.Stations;

/// <summary>What happened to a station. The name of the type is the event's kind; kinds are only ever added.</summary>
public abstract record StationEvent;

/// <summary>The station was registered.</summary>
/// <param name="Name">The name, 1 to 100 characters.</param>
/// <param name="Location">Where it stands, WGS 84, or null.</param>
/// <param name="AreaClass">The class of its area, or null.</param>
/// <param name="Area">Its area, a GeoJSON Polygon or MultiPolygon, or null.</param>
public sealed record StationRegistered(
    string Name,
    GeoPoint? Location,
    AreaClass? AreaClass,
    System.Text.Json.JsonElement? Area) : StationEvent;

/// <summary>
/// The station was changed; the event has its whole present content. Form 2 has <see cref="Retired"/> and <see cref="Successor"/>, form 3
/// what follows them.
/// </summary>
/// <param name="Name">The name, 1 to 100 characters.</param>
/// <param name="Location">Where it stands, WGS 84, or null.</param>
/// <param name="AreaClass">The class of its area, or null.</param>
/// <param name="Area">Its area, a GeoJSON Polygon or MultiPolygon, or null.</param>
[EventForm(3)]
public sealed record StationChanged(
    string Name,
    GeoPoint? Location,
    AreaClass? AreaClass,
    System.Text.Json.JsonElement? Area) : StationEvent, IFormedEvent
{
    /// <summary>Whether it is retired; left out of the event's data where it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retired { get; init; }

    /// <summary>The station that takes over; null, and left out of the event's data, where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StationId? Successor { get; init; }

    /// <summary>What it is to the centre; left out of the event's data where it is a station.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StationKind Kind { get; init; }

    /// <summary>Whether nobody of it signs in here; left out of the event's data where somebody does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool External { get; init; }

    /// <summary>Whether it may issue directives; left out of the event's data where it may not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayInstruct { get; init; }

    /// <summary>Its telephone number; null, and left out of the event's data, where none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phone { get; init; }

    private bool IsPlain => this is { Kind: StationKind.Station, External: false, MayInstruct: false, Phone: null };

    /// <inheritdoc/>
    short IFormedEvent.Form => !IsPlain ? (short)3 : Retired ? (short)2 : EventFormAttribute.First;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => null;
}
