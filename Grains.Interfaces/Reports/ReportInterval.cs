using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Reports;

/// <summary>The intervals of the report of response times; <see cref="IntervalsView"/> says from when to when each runs.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ReportInterval>))]
public enum ReportInterval
{
    /// <summary>From receipt to the first assignment; one for each incident.</summary>
    Processing = 0,

    /// <summary>From receipt to the first arrival; one for each incident.</summary>
    Response = 1,

    /// <summary>From assignment to acknowledgement 签收; one for each assignment.</summary>
    Acknowledge = 2,

    /// <summary>From assignment to en route 出动; one for each assignment.</summary>
    Turnout = 3,

    /// <summary>From en route to on scene 到场; one for each assignment.</summary>
    Travel = 4,

    /// <summary>From on scene to the first feedback 反馈; one for each assignment.</summary>
    Feedback = 5,
}
