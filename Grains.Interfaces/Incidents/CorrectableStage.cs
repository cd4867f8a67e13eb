using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>A time of an assignment that a correction may put right.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CorrectableStage>))]
public enum CorrectableStage
{
    /// <summary>assignedAt</summary>
    Assigned = 0,

    /// <summary>acknowledgedAt</summary>
    Acknowledged = 1,

    /// <summary>enRouteAt</summary>
    EnRoute = 2,

    /// <summary>onSceneAt</summary>
    OnScene = 3,

    /// <summary>feedbackAt</summary>
    Feedback = 4,

    /// <summary>clearedAt</summary>
    Cleared = 5,
}
