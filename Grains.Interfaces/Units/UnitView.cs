using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>A unit as the contract shows it. Stored with each append; crew, position and reporting are filled in at the edge.</summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="CallSign">The call sign that is said on the radio, 1 to 100 characters.</param>
/// <param name="Kind">The kind of unit in the centre's own words, 1 to 100 characters.</param>
/// <param name="Station">The id of its station, or null.</param>
/// <param name="Capabilities">What it can do; at most 50 of 1 to 100 characters.</param>
/// <param name="Home">Where it stands when it has no position, WGS 84; null when not known.</param>
/// <param name="Crew">The names of its crew, at most 20; filled in at the edge for roles that may see them, else null.</param>
/// <param name="Status">The status, derived from duty and assignment.</param>
/// <param name="IncidentId">The incident of its active assignment, or null.</param>
/// <param name="Position">The newest known position, filled in at the edge; null when none is known.</param>
/// <param name="Version">The number of events of the unit, 1 or more.</param>
/// <param name="OutOfService">Why it is out of service, 1 to 500 characters; null when it is in service.</param>
/// <param name="Unread">The number of messages to it, of the newest 50, that it has not read.</param>
/// <param name="UnreadByCentre">The number of messages from it, of the newest 50, that the centre has not read.</param>
/// <param name="PanicIncidentId">The incident about its distress while that is open, else null.</param>
/// <param name="Reporting">
/// How its device reports, filled in at the edge; null when nothing is known. On the board only of a unit whose reports are refused.
/// </param>
/// <param name="Retired">Whether it is retired: it goes on no duty and is assigned no more. The default is false.</param>
/// <param name="Visiting">Whether it is a neighbour's, which is retired by the end of its duty. The default is false.</param>
/// <param name="Agency">Whose unit it is, 1 to 100 characters; null, the default, for the centre's own.</param>
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
    [property: Id(14)] IncidentId? PanicIncidentId = null,
    [property: Id(15)] UnitReporting? Reporting = null,
    [property: Id(16)] bool Retired = false,
    [property: Id(17)] bool Visiting = false,
    [property: Id(18)] string? Agency = null);

/// <summary>A unit's status. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UnitStatus>))]
public enum UnitStatus
{
    /// <summary>The unit is not on duty.</summary>
    OffDuty = 0,

    /// <summary>The unit is on duty, but not to be sent.</summary>
    OutOfService = 1,

    /// <summary>The unit is free to be sent.</summary>
    Available = 2,

    /// <summary>The unit is assigned, also once it has acknowledged.</summary>
    Assigned = 3,

    /// <summary>The unit is on its way.</summary>
    EnRoute = 4,

    /// <summary>The unit is on scene.</summary>
    OnScene = 5,
}
