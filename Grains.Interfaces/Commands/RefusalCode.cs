using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Commands;

/// <summary>Why a command was refused; each is a stable code of the contract.</summary>
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
}
