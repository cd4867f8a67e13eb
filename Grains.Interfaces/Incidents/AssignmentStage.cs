using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>How far an assignment is. The first four are active, the others are over.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AssignmentStage>))]
public enum AssignmentStage
{
    /// <summary>指派</summary>
    Assigned = 0,

    /// <summary>签收</summary>
    Acknowledged = 1,

    /// <summary>出动</summary>
    EnRoute = 2,

    /// <summary>到场</summary>
    OnScene = 3,

    /// <summary>Over: the end of anything but the following.</summary>
    Cleared = 4,

    /// <summary>Over: refused by the unit before it moved off.</summary>
    Declined = 5,

    /// <summary>Over: recalled by the centre before arrival.</summary>
    Cancelled = 6,

    /// <summary>Over: taken off to another incident.</summary>
    Diverted = 7,
}
