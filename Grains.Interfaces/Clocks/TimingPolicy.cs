using System.Text.Json.Serialization;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Clocks;

/// <summary>A timing policy as an incident or a call keeps it: whatever becomes of the policy later, this one stays.</summary>
/// <param name="Name">Its name, 1 to 40 of letters, digits, <c>-</c>, <c>_</c>, <c>.</c></param>
/// <param name="Version">Its version; 0 for a preset that nobody changed.</param>
/// <param name="Limits">The rows; at most <see cref="MaxLimits"/>.</param>
/// <param name="Escalation">When an overdue clock is brought to whom.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TimingPolicy")]
public sealed record TimingPolicy(
    [property: Id(0)] string Name,
    [property: Id(1)] int Version,
    [property: Id(2)] IReadOnlyList<TimingLimit> Limits,
    [property: Id(3)] EscalationPlan Escalation)
{
    /// <summary>The most rows: seven stages by four priorities and three classes of area, each also left open.</summary>
    public const int MaxLimits = 140;
}

/// <summary>One row of a timing policy: the limit on a stage for some priorities and areas.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Priority">1 to 4; null for every one. Calls have none.</param>
/// <param name="AreaClass">The class of the area; null for every one, and for a place that is not known. Calls have none.</param>
/// <param name="From">For <c>arrive</c> only: from when; null means <c>assigned</c>.</param>
/// <param name="LimitSeconds">Above 0 and at most seven days.</param>
/// <param name="WarnSeconds">When to warn, in seconds after the start, above 0 and below the limit; null: no warning.</param>
/// <param name="Buckets">The bounds by which reports count, in seconds, rising; at most <see cref="MaxBuckets"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TimingLimit")]
public sealed record TimingLimit(
    [property: Id(0)] ClockStage Stage,
    [property: Id(1)] int? Priority,
    [property: Id(2)] AreaClass? AreaClass,
    [property: Id(3)] ClockFrom? From,
    [property: Id(4)] int LimitSeconds,
    [property: Id(5)] int? WarnSeconds,
    [property: Id(6)] IReadOnlyList<int> Buckets)
{
    /// <summary>The longest limit: seven days, in seconds.</summary>
    public const int MaxSeconds = 7 * 86_400;

    /// <summary>The most buckets of a row.</summary>
    public const int MaxBuckets = 20;
}

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
