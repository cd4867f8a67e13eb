using Tocsin.Identity;

namespace Tocsin.Clocks;

/// <summary>A clock: the limit on a stage, and how it stands.</summary>
/// <param name="Stage">The stage: <c>answer</c>, <c>assign</c>, <c>acknowledge</c>, <c>turnout</c>, <c>arrive</c>, <c>feedback</c>, <c>conclude</c>.</param>
/// <param name="UnitId">The unit, for a clock on an assignment.</param>
/// <param name="State">Running, met or void.</param>
/// <param name="StartedAt">From.</param>
/// <param name="WarnAt">When to warn.</param>
/// <param name="DueAt">The limit.</param>
/// <param name="MetAt">When it was met.</param>
/// <param name="OverdueAt">The due time that passed unmet.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ClockView")]
public sealed record ClockView(
    [property: Id(0)] string Stage,
    [property: Id(1)] UnitId? UnitId,
    [property: Id(2)] ClockState State,
    [property: Id(3)] DateTimeOffset StartedAt,
    [property: Id(4)] DateTimeOffset? WarnAt,
    [property: Id(5)] DateTimeOffset DueAt,
    [property: Id(6)] DateTimeOffset? MetAt,
    [property: Id(7)] DateTimeOffset? OverdueAt);
