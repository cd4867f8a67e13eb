using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Reports;

/// <summary>How one interval stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IntervalState>))]
public enum IntervalState
{
    /// <summary>Both ends came, in order.</summary>
    Measured = 0,

    /// <summary>Both ends came, the second before the first: a wrong clock.</summary>
    Negative = 1,

    /// <summary>
    /// The end never came: a later stage, the end of the assignment or the closing of the incident came instead, or the limit is over.
    /// </summary>
    Never = 2,

    /// <summary>The end has not come yet, and may still come in time.</summary>
    Open = 3,

    /// <summary>Both ends came, in order, but one of them lies before the assignment that it belongs to: a wrong clock.</summary>
    Suspect = 4,
}
