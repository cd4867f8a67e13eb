using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>A unit as the contract shows it. Stored with each append; crew and position are filled in at the edge.</summary>
/// <param name="Id">The id.</param>
/// <param name="CallSign">What is said on the radio.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Station">Its station.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Home">Where it stands when it has no position.</param>
/// <param name="Crew">Filled in at the edge, for roles that may see it.</param>
/// <param name="Status">The status.</param>
/// <param name="IncidentId">The incident of its active assignment.</param>
/// <param name="Position">Filled in at the edge.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="OutOfService">Why it is out of service, else null.</param>
/// <param name="Unread">How many of the newest messages to it, it has not read.</param>
/// <param name="UnreadByCentre">How many of the newest messages from it, the centre has not read.</param>
/// <param name="PanicIncidentId">The incident about its distress, while that is open.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UnitView")]
public sealed record UnitView(
    [property: Id(0)] UnitId Id,
    [property: Id(1)] string CallSign,
    [property: Id(2)] string Kind,
    [property: Id(3)] string? Station,
    [property: Id(4)] IReadOnlyList<string> Capabilities,
    [property: Id(5)] GeoPoint? Home,
    [property: Id(6)] IReadOnlyList<string>? Crew,
    [property: Id(7)] UnitStatus Status,
    [property: Id(8)] IncidentId? IncidentId,
    [property: Id(9)] PositionView? Position,
    [property: Id(10)] int Version,
    [property: Id(11)] string? OutOfService,
    [property: Id(12)] int Unread = 0,
    [property: Id(13)] int UnreadByCentre = 0,
    [property: Id(14)] IncidentId? PanicIncidentId = null);

/// <summary>A unit's status. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UnitStatus>))]
public enum UnitStatus
{
    /// <summary>Not on duty.</summary>
    OffDuty = 0,

    /// <summary>On duty, but not to be sent.</summary>
    OutOfService = 1,

    /// <summary>Free.</summary>
    Available = 2,

    /// <summary>Assigned, also once acknowledged.</summary>
    Assigned = 3,

    /// <summary>On its way.</summary>
    EnRoute = 4,

    /// <summary>On scene.</summary>
    OnScene = 5,
}
