using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>An incident's status, as <c>api.md</c> derives it from what happened since it was made or last reopened. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IncidentStatus>))]
public enum IncidentStatus
{
    /// <summary>Nobody is on it.</summary>
    Received = 0,

    /// <summary>There is an active assignment.</summary>
    Assigned = 1,

    /// <summary>An active assignment is en route.</summary>
    EnRoute = 2,

    /// <summary>An assignment was on scene, also one that is over.</summary>
    OnScene = 3,

    /// <summary>Feedback was given.</summary>
    Reported = 4,

    /// <summary>Closed.</summary>
    Closed = 5,
}
