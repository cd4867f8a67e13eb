using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Units;

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
