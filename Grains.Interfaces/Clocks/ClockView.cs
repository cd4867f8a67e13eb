using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Clocks;

/// <summary>A clock: the limit on a stage, and its state. All times are UTC, whole milliseconds.</summary>
/// <param name="Stage">The stage that it limits.</param>
/// <param name="UnitId">The unit, for a clock on an assignment; else null.</param>
/// <param name="State">Whether it is running, met or void.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="WarnAt">When to warn; null when there is no warning.</param>
/// <param name="DueAt">The limit as an instant; a stage that is reached at this very instant is in time.</param>
/// <param name="MetAt">When it was met; null when it was not.</param>
/// <param name="OverdueAt">The limit, if it passed unmet; else null.</param>
/// <param name="Silent">Whether it started too long before it was recorded to alarm anybody; see <c>Tocsin:HistoricAfter</c>.</param>
/// <param name="Level">The highest level that it was brought to; null while nobody was told.</param>
/// <param name="TakenBy">The subject (<c>sub</c>) of the token of who took it, or null.</param>
/// <param name="TakenAt">When it was taken, or null.</param>
/// <param name="Suspect">Whether it is void because the fact that would have met it lies before its start: a wrong clock.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ClockView")]
public sealed record ClockView(
    [property: Id(0)] ClockStage Stage,
    [property: Id(1)] UnitId? UnitId,
    [property: Id(2)] ClockState State,
    [property: Id(3)] DateTimeOffset StartedAt,
    [property: Id(4)] DateTimeOffset? WarnAt,
    [property: Id(5)] DateTimeOffset DueAt,
    [property: Id(6)] DateTimeOffset? MetAt,
    [property: Id(7)] DateTimeOffset? OverdueAt,
    [property: Id(8)] bool Silent,
    [property: Id(9)] EscalationLevel? Level,
    [property: Id(10)] string? TakenBy,
    [property: Id(11)] DateTimeOffset? TakenAt,
    [property: Id(12)] bool Suspect = false);

/// <summary>The state of a clock.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClockState>))]
public enum ClockState
{
    /// <summary>The stage is not reached yet.</summary>
    Running = 0,

    /// <summary>The stage was reached, in time or late.</summary>
    Met = 1,

    /// <summary>The stage need no longer be reached.</summary>
    Void = 2,
}
