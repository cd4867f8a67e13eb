using Tocsin.Places;

namespace Tocsin.Clocks;

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
