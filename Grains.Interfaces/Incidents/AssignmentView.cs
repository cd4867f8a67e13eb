using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>One assignment of an incident: a unit's response.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Stage">How far it is, or how it ended.</param>
/// <param name="AssignedAt">指派</param>
/// <param name="AcknowledgedAt">签收</param>
/// <param name="EnRouteAt">出动</param>
/// <param name="OnSceneAt">到场</param>
/// <param name="FeedbackAt">反馈: the first.</param>
/// <param name="ClearedAt">When it was over, however it ended.</param>
/// <param name="Station">The unit's station when it was assigned.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AssignmentView")]
public sealed record AssignmentView(
    [property: Id(0)] UnitId UnitId,
    [property: Id(1)] AssignmentStage Stage,
    [property: Id(2)] DateTimeOffset? AssignedAt,
    [property: Id(3)] DateTimeOffset? AcknowledgedAt,
    [property: Id(4)] DateTimeOffset? EnRouteAt,
    [property: Id(5)] DateTimeOffset? OnSceneAt,
    [property: Id(6)] DateTimeOffset? FeedbackAt,
    [property: Id(7)] DateTimeOffset? ClearedAt,
    [property: Id(8)] string? Station);

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
