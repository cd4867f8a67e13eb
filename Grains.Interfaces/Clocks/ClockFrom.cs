using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Clocks;

/// <summary>From when the clock of arrival runs.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClockFrom>))]
public enum ClockFrom
{
    /// <summary>From the incident's receipt.</summary>
    Received = 0,

    /// <summary>From the first assignment: the default.</summary>
    Assigned = 1,

    /// <summary>From the first unit's turnout.</summary>
    EnRoute = 2,
}
