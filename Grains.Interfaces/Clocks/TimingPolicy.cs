using System.Text.Json.Serialization;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Clocks;

/// <summary>A timing policy as an incident or a call keeps it: later changes of the policy do not reach it.</summary>
/// <param name="Name">The name, 1 to 40 of letters, digits, <c>-</c>, <c>_</c>, <c>.</c></param>
/// <param name="Version">The version of the policy; 0 for a preset that nobody changed.</param>
/// <param name="Limits">
/// The rows, at most <see cref="MaxLimits"/>; the most specific row wins, and a priority is more specific than an area.
/// </param>
/// <param name="Escalation">When an overdue clock is brought to which level.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TimingPolicy")]
public sealed record TimingPolicy(
    [property: Id(0)] string Name,
    [property: Id(1)] int Version,
    [property: Id(2)] IReadOnlyList<TimingLimit> Limits,
    [property: Id(3)] EscalationPlan Escalation)
{
    /// <summary>The most rows, 140: seven stages by four priorities and three classes of area, each also left open.</summary>
    public const int MaxLimits = 140;

    /// <summary>Whether it has rows that limit directives.</summary>
    [JsonIgnore]
    public bool LimitsDirectives => Limits.Any(row => row.IsOfDirectives);

    /// <summary>The policy without its rows that limit directives, for programs that do not know them.</summary>
    public TimingPolicy WithoutDirectives() =>
        LimitsDirectives ? this with { Limits = [.. Limits.Where(row => !row.IsOfDirectives)] } : this;
}

/// <summary>One row of a timing policy: the limit on a stage for some priorities and areas, or for a kind of directive.</summary>
/// <remarks>
/// The presets are published rules: <c>110-city</c> Chinese 110 practice, <c>met-police</c> the Metropolitan Police, London,
/// <c>nfpa-1225</c> NENA-STA-020.1 with NFPA 1225 and 1710, <c>three-clocks</c> the three clocks of a Chinese city bureau;
/// <c>county-directives</c> is <c>110-city</c> with limits on directives.
/// </remarks>
/// <param name="Stage">The stage that is limited.</param>
/// <param name="Priority">
/// The priority, 1 to 4; null, the default, means every one. Must be null for <c>answer</c>: calls have none.
/// </param>
/// <param name="AreaClass">
/// The class of the area; null, the default, means every one, and a place that is not known. Must be null for <c>answer</c>.
/// </param>
/// <param name="From">
/// The start of the clock of <c>arrive</c>; null, the default, means <c>assigned</c>. Must be null for other stages.
/// </param>
/// <param name="LimitSeconds">
/// The limit in seconds, 1 to 604,800 (<see cref="MaxSeconds"/>), of directives to 7,776,000 (<see cref="MaxDirectiveSeconds"/>).
/// </param>
/// <param name="WarnSeconds">
/// When to warn, in seconds after the start, 1 or more and below the limit; null, the default, means no warning.
/// </param>
/// <param name="Buckets">
/// The upper bounds by which reports count, in seconds, rising, each 1 to 604,800; at most <see cref="MaxBuckets"/>. The default is none.
/// </param>
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

    /// <summary>The longest limit of a directive: 90 days, in seconds.</summary>
    public const int MaxDirectiveSeconds = 90 * 86_400;

    /// <summary>The most buckets of a row.</summary>
    public const int MaxBuckets = 20;

    /// <summary>
    /// The kind of directive, for the stages of directives; null, the default, and left out, means every one. Other stages have none.
    /// </summary>
    [Id(7)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Directive { get; init; }

    /// <summary>Whether it limits a stage of directives.</summary>
    [JsonIgnore]
    public bool IsOfDirectives => Stage is ClockStage.Sign or ClockStage.Send or ClockStage.Report or ClockStage.Finish;

    /// <summary>The longest limit of its stage, in seconds.</summary>
    [JsonIgnore]
    public int LongestSeconds => IsOfDirectives ? MaxDirectiveSeconds : MaxSeconds;
}

/// <summary>The start of the clock of arrival.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClockFrom>))]
public enum ClockFrom
{
    /// <summary>The receipt of the incident.</summary>
    Received = 0,

    /// <summary>The first assignment: the default.</summary>
    Assigned = 1,

    /// <summary>The first time that a unit is en route.</summary>
    EnRoute = 2,
}
