using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Commands;

/// <summary>Why a command was not carried out: a value, never an exception. Nothing was written.</summary>
/// <param name="Code">The stable code, from which the HTTP status follows.</param>
/// <param name="Detail">The refusal in English, for people; no personal data.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalCode Code,
    [property: Id(1)] string Detail)
{
    /// <summary>The fields that are wrong; empty, the default, when no field is.</summary>
    [Id(2)]
    public IReadOnlyList<FieldError> Errors { get => field ?? []; init; } = [];

    /// <summary>The units that could not be taken, for <see cref="RefusalCode.UnitBusy"/>; else empty.</summary>
    [Id(3)]
    public IReadOnlyList<UnitRefusal> Units { get => field ?? []; init; } = [];

    /// <summary>
    /// The present stage, for <see cref="RefusalCode.WrongStage"/>: an assignment's stage or the thing's status, as the contract writes it;
    /// else null.
    /// </summary>
    [Id(4)]
    public string? Stage { get; init; }

    /// <summary>The names of what is missing, for <see cref="RefusalCode.Incomplete"/>; else empty.</summary>
    [Id(5)]
    public IReadOnlyList<string> Missing { get => field ?? []; init; } = [];
}

/// <summary>The reason for a refusal; each is a stable code of the contract, with the HTTP status that stands beside it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefusalCode>))]
public enum RefusalCode
{
    /// <summary><c>invalid</c>, 400: malformed or outside a limit.</summary>
    Invalid = 0,

    /// <summary><c>forbidden</c>, 403: not for this role.</summary>
    Forbidden = 1,

    /// <summary><c>notYours</c>, 403: another unit's or station's affair.</summary>
    NotYours = 2,

    /// <summary><c>notFound</c>, 404: an id in the path names nothing.</summary>
    NotFound = 3,

    /// <summary><c>unitBusy</c>, 409: a unit is not free; see <see cref="Refusal.Units"/>.</summary>
    UnitBusy = 4,

    /// <summary><c>wrongStage</c>, 409: not at this stage; see <see cref="Refusal.Stage"/>.</summary>
    WrongStage = 5,

    /// <summary><c>incidentClosed</c>, 409: the incident is closed.</summary>
    IncidentClosed = 6,

    /// <summary><c>conflict</c>, 409: lost the race for the same thing three times, or waited too long for it: send it again.</summary>
    Conflict = 7,

    /// <summary><c>versionMismatch</c>, 412: <c>If-Match</c> names another version.</summary>
    VersionMismatch = 8,

    /// <summary><c>occurredAtInFuture</c>, 422: more than 5 s ahead.</summary>
    OccurredAtInFuture = 9,

    /// <summary><c>unknownReference</c>, 422: an id in the body names nothing.</summary>
    UnknownReference = 10,

    /// <summary><c>keyReused</c>, 422: the key came with another body before.</summary>
    KeyReused = 11,

    /// <summary><c>locationUnknown</c>, 422: the incident has no coordinates.</summary>
    LocationUnknown = 12,

    /// <summary>
    /// <c>notYetEverywhere</c>, 409: the command writes something that not every running process of the cluster can read yet. Nothing was
    /// done; it succeeds once all processes run the newer version.
    /// </summary>
    NotYetEverywhere = 13,

    /// <summary><c>implausiblePlace</c>: 0, 0, or far from every station; <c>confirmed</c> says that it is meant.</summary>
    ImplausiblePlace = 14,

    /// <summary><c>retired</c>, 422: a unit or station that is named for something new is retired.</summary>
    Retired = 15,

    /// <summary><c>callSignTaken</c>, 422: another unit that is not retired has the call sign.</summary>
    CallSignTaken = 16,

    /// <summary><c>incomplete</c>, 422: what is needed here is missing; see <see cref="Refusal.Missing"/>.</summary>
    Incomplete = 17,

    /// <summary><c>limitReached</c>, 422: the thing has as many of these as it may have.</summary>
    LimitReached = 18,

    /// <summary><c>directivesOpen</c>, 409: a task of the operation is neither reported nor over.</summary>
    DirectivesOpen = 19,
}

// Its parts

/// <summary>A wrong field of a request.</summary>
/// <param name="Field">The name as the contract writes it, e.g. <c>location.lat</c>.</param>
/// <param name="Code">The stable code of the fault, e.g. <c>outOfRange</c>.</param>
/// <param name="Message">The fault in English, for people.</param>
[GenerateSerializer, Immutable, Alias("tocsin.FieldError")]
public sealed record FieldError(
    [property: Id(0)] string Field,
    [property: Id(1)] string Code,
    [property: Id(2)] string Message);

/// <summary>A unit that could not be taken, and why.</summary>
/// <param name="UnitId">The unit that could not be taken.</param>
/// <param name="Code">The reason why it could not be taken.</param>
/// <param name="IncidentId">The incident that has it; null unless it is busy.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UnitRefusal")]
public sealed record UnitRefusal(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] UnitRefusalCode Code,
    [property: Id(2)] IncidentId? IncidentId);

/// <summary>The reason why one unit could not be taken.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UnitRefusalCode>))]
public enum UnitRefusalCode
{
    /// <summary><c>busy</c>: the unit has an active assignment.</summary>
    Busy = 0,

    /// <summary><c>offDuty</c>: the unit is not on duty.</summary>
    OffDuty = 1,

    /// <summary><c>outOfService</c>: the unit is on duty, but not to be sent.</summary>
    OutOfService = 2,
}
