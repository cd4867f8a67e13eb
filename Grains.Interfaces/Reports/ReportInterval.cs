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

    /// <summary>
    /// Both ends came, in order, but one of them lies before the assignment that it belongs to: a wrong clock.
    /// </summary>
    Suspect = 4,
}

/// <summary>The intervals that a list shows.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IntervalFilter>))]
public enum IntervalFilter
{
    /// <summary>Every one that began: the default.</summary>
    All = 0,

    /// <summary>Those that are <see cref="IntervalState.Measured"/>.</summary>
    Measured = 1,

    /// <summary>Those that are <see cref="IntervalState.Negative"/>.</summary>
    Negative = 2,

    /// <summary>Those that are <see cref="IntervalState.Never"/>.</summary>
    Never = 3,

    /// <summary>Those that are <see cref="IntervalState.Open"/>.</summary>
    Open = 4,

    /// <summary>Those that took longer than their limit, ended or not.</summary>
    Late = 5,

    /// <summary>Those that are <see cref="IntervalState.Suspect"/>.</summary>
    Suspect = 6,
}
