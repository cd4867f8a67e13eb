using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Clocks;

/// <summary>A stage that a clock limits. Events carry the words; the numbers are not stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClockStage>))]
public enum ClockStage
{
    /// <summary>接听, on a call: from <c>ringingAt</c> to <c>answeredAt</c>.</summary>
    Answer = 0,

    /// <summary>指派, on an incident: from its receipt, or from when it became unattended again, to an assignment.</summary>
    Assign = 1,

    /// <summary>签收, on an assignment: from <c>assignedAt</c> to <c>acknowledgedAt</c> or a later stage.</summary>
    Acknowledge = 2,

    /// <summary>出动, on an assignment: from <c>assignedAt</c> to <c>enRouteAt</c> or a later stage.</summary>
    Turnout = 3,

    /// <summary>到场, on an incident: from what the policy says to the first arrival.</summary>
    Arrive = 4,

    /// <summary>反馈, on an incident: from the first arrival to the first feedback.</summary>
    Feedback = 5,

    /// <summary>办结, on an incident: from its receipt, or its reopening, to its closure.</summary>
    Conclude = 6,

    /// <summary>签收, on a directive: from its issue to its signing.</summary>
    Sign = 7,

    /// <summary>派出, on a directive: from its signing to the first unit that is sent.</summary>
    Send = 8,

    /// <summary>反馈, on a directive: from its signing, or a report that was not final, to the next report.</summary>
    Report = 9,

    /// <summary>办结, on a directive: from its issue to its conclusion.</summary>
    Finish = 10,

    /// <summary>遇险, on an incident about an officer in distress: from the raising until somebody has seen it, or was assigned.</summary>
    Distress = 11,
}
