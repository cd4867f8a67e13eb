using System.Text.Json.Serialization;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>
/// One assignment of an incident: a unit's response. All times are UTC, as reported; null for a stage that was not reported.
/// </summary>
/// <param name="UnitId">The unit that was assigned.</param>
/// <param name="Stage">The furthest stage it has reached, or how it ended.</param>
/// <param name="AssignedAt">When it was assigned 指派.</param>
/// <param name="AcknowledgedAt">When the unit signed for it 签收.</param>
/// <param name="EnRouteAt">When the unit was on its way 出动.</param>
/// <param name="OnSceneAt">When the unit arrived 到场.</param>
/// <param name="FeedbackAt">When the unit first gave feedback 反馈.</param>
/// <param name="ClearedAt">When it was over, however it ended.</param>
/// <param name="Station">The station of the unit when it was assigned, or null.</param>
/// <param name="N">The number of the assignment within its incident, counted from 1 in the order in which they were made.</param>
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
    [property: Id(8)] string? Station,
    [property: Id(9)] int N = 0)
{
    /// <summary>The <c>handle</c> directive on which its station sent it; null, the default, where the centre did.</summary>
    [Id(160)]
    public DirectiveId? DirectiveId { get; init; }
}

/// <summary>The stage of an assignment. The first four are active, the others are over.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AssignmentStage>))]
public enum AssignmentStage
{
    /// <summary>Assigned 指派: the unit was told to go.</summary>
    Assigned = 0,

    /// <summary>Acknowledged 签收: the unit signed for it.</summary>
    Acknowledged = 1,

    /// <summary>En route 出动: the unit is on its way.</summary>
    EnRoute = 2,

    /// <summary>On scene 到场: the unit has arrived.</summary>
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
