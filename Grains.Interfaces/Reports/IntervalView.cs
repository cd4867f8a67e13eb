namespace Tocsin.Reports;

/// <summary>The figures of one interval, in seconds; all but counts are null when <c>count</c> is 0.</summary>
/// <param name="Count">How many are not negative.</param>
/// <param name="Negative">How many are negative; they count nowhere else.</param>
/// <param name="Mean">Rounded to milliseconds.</param>
/// <param name="P50">Nearest rank.</param>
/// <param name="P90">Nearest rank.</param>
/// <param name="P95">Nearest rank.</param>
/// <param name="Target">The limit of a policy, or null.</param>
/// <param name="WithinTarget">A share, 0 to 1, or null.</param>
/// <param name="Buckets">Where a policy names them.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IntervalView")]
public sealed record IntervalView(
    [property: Id(0)] int Count,
    [property: Id(1)] int Negative,
    [property: Id(2)] double? Mean,
    [property: Id(3)] double? P50,
    [property: Id(4)] double? P90,
    [property: Id(5)] double? P95,
    [property: Id(6)] int? Target,
    [property: Id(7)] double? WithinTarget,
    [property: Id(8)] IReadOnlyList<BucketView> Buckets);
